//! A disk whose power can be cut: a file system in memory (FUSE) that forgets what was not synced.
//!
//! It is one flat folder. A file's name is kept at once, as ext4 does with the file's own sync; its bytes are
//! kept when they are synced. What was written since is lost at the cut, or some of it is, in any order.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fuser::{
    BackgroundSession, BsdFileFlags, Config, Errno, FileAttr, FileHandle, FileType, Filesystem,
    FopenFlags, Generation, INodeNo, LockOwner, MountOption, OpenFlags, ReplyAttr, ReplyCreate,
    ReplyData, ReplyDirectory, ReplyEmpty, ReplyEntry, ReplyOpen, ReplyWrite, Request, TimeOrNow,
    WriteFlags,
};
use tresse::sample::Chance;

/// The kernel asks again each time: what it remembers would outlive a cut.
const TTL: Duration = Duration::ZERO;

#[derive(Clone, Default)]
pub struct Disk(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    names: BTreeMap<String, u64>,
    files: BTreeMap<u64, File>,
    last: u64,
    has_no_power: bool,
}

#[derive(Default)]
struct File {
    /// As programs see it.
    now: Vec<u8>,
    /// As it would be after a cut.
    kept: Vec<u8>,
    /// What was written since the last sync.
    written: Vec<Range<usize>>,
}

impl File {
    fn write(&mut self, at: usize, bytes: &[u8]) {
        let end = at + bytes.len();
        self.now.resize(self.now.len().max(end), 0);
        self.now[at..end].copy_from_slice(bytes);
        self.written.push(at..end);
    }

    fn sync(&mut self) {
        for range in std::mem::take(&mut self.written) {
            self.keep(range);
        }
        self.kept.resize(self.now.len(), 0);
    }

    fn keep(&mut self, range: Range<usize>) {
        // A file that was cut shorter since has no such bytes any more.
        let range = range.start.min(self.now.len())..range.end.min(self.now.len());
        self.kept.resize(self.kept.len().max(range.end), 0);
        self.kept[range.clone()].copy_from_slice(&self.now[range]);
    }

    fn cut(&mut self, chance: &mut Chance, kept_percent: i64) {
        for range in std::mem::take(&mut self.written) {
            if chance.happens(kept_percent) {
                self.keep(range);
            }
        }
        self.now.clone_from(&self.kept);
    }
}

impl Disk {
    /// # Errors
    /// Where this machine lets nobody mount a file system of their own.
    pub fn mount(&self, at: &Path) -> std::io::Result<BackgroundSession> {
        let mut config = Config::default();
        config.mount_options = vec![MountOption::FSName("faults".to_owned())];
        fuser::spawn_mount(self.clone(), at, &config)
    }

    /// From now on nothing is written any more, and nothing is acknowledged.
    pub fn cut_power(&self) {
        self.state().has_no_power = true;
    }

    /// Forgets what was not synced, but for so many of a hundred writes that had made it by chance.
    pub fn power_comes_back(&self, chance: &mut Chance, kept_percent: i64) {
        let mut state = self.state();
        state.files.values_mut().for_each(|file| file.cut(chance, kept_percent));
        state.has_no_power = false;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn attributes(&self, ino: u64) -> Option<FileAttr> {
        let (kind, perm, size) = match ino {
            1 => (FileType::Directory, 0o700, 0),
            _ => (FileType::RegularFile, 0o600, self.files.get(&ino)?.now.len() as u64),
        };
        Some(FileAttr {
            ino: INodeNo(ino),
            size,
            blocks: size.div_ceil(512),
            atime: UNIX_EPOCH,
            mtime: UNIX_EPOCH,
            ctime: UNIX_EPOCH,
            crtime: UNIX_EPOCH,
            kind,
            perm,
            nlink: 1,
            uid: rustix::process::geteuid().as_raw(),
            gid: rustix::process::getegid().as_raw(),
            rdev: 0,
            blksize: 4096,
            flags: 0,
        })
    }

    fn find(&self, name: &OsStr) -> Option<u64> {
        self.names.get(name.to_str()?).copied()
    }
}

impl Filesystem for Disk {
    fn lookup(&self, _: &Request, _parent: INodeNo, name: &OsStr, reply: ReplyEntry) {
        let state = self.state();
        match state.find(name).and_then(|ino| state.attributes(ino)) {
            Some(attributes) => reply.entry(&TTL, &attributes, Generation(0)),
            None => reply.error(Errno::ENOENT),
        }
    }

    fn getattr(&self, _: &Request, ino: INodeNo, _: Option<FileHandle>, reply: ReplyAttr) {
        match self.state().attributes(ino.0) {
            Some(attributes) => reply.attr(&TTL, &attributes),
            None => reply.error(Errno::ENOENT),
        }
    }

    fn setattr(
        &self,
        _: &Request,
        ino: INodeNo,
        _mode: Option<u32>,
        _uid: Option<u32>,
        _gid: Option<u32>,
        size: Option<u64>,
        _atime: Option<TimeOrNow>,
        _mtime: Option<TimeOrNow>,
        _ctime: Option<SystemTime>,
        _handle: Option<FileHandle>,
        _crtime: Option<SystemTime>,
        _chgtime: Option<SystemTime>,
        _bkuptime: Option<SystemTime>,
        _flags: Option<BsdFileFlags>,
        reply: ReplyAttr,
    ) {
        let mut state = self.state();
        if state.has_no_power {
            return reply.error(Errno::EIO);
        }
        if let (Some(file), Some(size)) = (state.files.get_mut(&ino.0), size) {
            file.now.resize(usize::try_from(size).unwrap_or(usize::MAX), 0);
        }
        match state.attributes(ino.0) {
            Some(attributes) => reply.attr(&TTL, &attributes),
            None => reply.error(Errno::ENOENT),
        }
    }

    fn open(&self, _: &Request, _: INodeNo, _: OpenFlags, reply: ReplyOpen) {
        reply.opened(FileHandle(0), FopenFlags::empty());
    }

    fn create(
        &self,
        _: &Request,
        _parent: INodeNo,
        name: &OsStr,
        _mode: u32,
        _umask: u32,
        _flags: i32,
        reply: ReplyCreate,
    ) {
        let mut state = self.state();
        let Some(name) = name.to_str().filter(|_| !state.has_no_power) else {
            return reply.error(Errno::EIO);
        };
        state.last += 1;
        let ino = state.last + 1;
        state.names.insert(name.to_owned(), ino);
        state.files.insert(ino, File::default());
        match state.attributes(ino) {
            Some(attributes) => {
                reply.created(&TTL, &attributes, Generation(0), FileHandle(0), FopenFlags::empty());
            }
            None => reply.error(Errno::EIO),
        }
    }

    fn read(
        &self,
        _: &Request,
        ino: INodeNo,
        _: FileHandle,
        offset: u64,
        size: u32,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyData,
    ) {
        let state = self.state();
        let Some(file) = state.files.get(&ino.0) else { return reply.error(Errno::ENOENT) };
        let start = usize::try_from(offset).unwrap_or(usize::MAX).min(file.now.len());
        let end = start.saturating_add(size as usize).min(file.now.len());
        reply.data(&file.now[start..end]);
    }

    fn write(
        &self,
        _: &Request,
        ino: INodeNo,
        _: FileHandle,
        offset: u64,
        data: &[u8],
        _: WriteFlags,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyWrite,
    ) {
        let mut state = self.state();
        if state.has_no_power {
            return reply.error(Errno::EIO);
        }
        let (Some(file), Ok(at)) = (state.files.get_mut(&ino.0), usize::try_from(offset)) else {
            return reply.error(Errno::EIO);
        };
        file.write(at, data);
        reply.written(u32::try_from(data.len()).unwrap_or(u32::MAX));
    }

    fn flush(&self, _: &Request, _: INodeNo, _: FileHandle, _: LockOwner, reply: ReplyEmpty) {
        reply.ok();
    }

    fn fsync(&self, _: &Request, ino: INodeNo, _: FileHandle, _datasync: bool, reply: ReplyEmpty) {
        let mut state = self.state();
        if state.has_no_power {
            return reply.error(Errno::EIO);
        }
        if let Some(file) = state.files.get_mut(&ino.0) {
            file.sync();
        }
        reply.ok();
    }

    fn fsyncdir(&self, _: &Request, _: INodeNo, _: FileHandle, _datasync: bool, reply: ReplyEmpty) {
        reply.ok();
    }

    fn unlink(&self, _: &Request, _parent: INodeNo, name: &OsStr, reply: ReplyEmpty) {
        let mut state = self.state();
        let found = name.to_str().and_then(|name| state.names.remove(name));
        if found.is_some() { reply.ok() } else { reply.error(Errno::ENOENT) }
    }

    fn readdir(&self, _: &Request, _: INodeNo, _: FileHandle, offset: u64, mut reply: ReplyDirectory) {
        let state = self.state();
        let skipped = usize::try_from(offset).unwrap_or(usize::MAX);
        for (at, (name, ino)) in state.names.iter().enumerate().skip(skipped) {
            if reply.add(INodeNo(*ino), at as u64 + 1, FileType::RegularFile, name) {
                break;
            }
        }
        reply.ok();
    }
}
