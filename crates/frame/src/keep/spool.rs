//! A file that is read while it is written: whoever made the database read it need not wait for a slow
//! line, and nothing of it stays.

use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::FileExt as _;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use futures_util::stream;
use tokio::sync::watch;

/// Bytes handed on at a time.
const A_PIECE: usize = 64 << 10;

/// How far the writer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Writing(u64),
    Whole(u64),
    Broken,
}

/// The writing end. Dropped before it is whole, the reading end breaks off.
pub(super) struct Spool {
    file: Arc<File>,
    written: u64,
    state: watch::Sender<State>,
}

/// A new spool with what reads it.
///
/// # Errors
/// When there is no room for a temporary file.
pub(super) fn spool() -> io::Result<(Spool, Body)> {
    // Unlinked as soon as it is made: it is gone with its last reader.
    let file = Arc::new(tempfile::tempfile()?);
    let (state, watched) = watch::channel(State::Writing(0));
    let reader = Reader { file: Arc::clone(&file), at: 0, state: watched };
    let pieces = stream::try_unfold(reader, |mut reader| async move {
        Ok::<_, io::Error>(reader.next().await?.map(|piece| (piece, reader)))
    });
    Ok((Spool { file, written: 0, state }, Body::from_stream(pieces)))
}

impl Spool {
    /// All is written.
    pub(super) fn finish(self) {
        let whole = State::Whole(self.written);
        self.state.send_replace(whole);
    }
}

impl Drop for Spool {
    fn drop(&mut self) {
        self.state.send_if_modified(|state| {
            let was_writing = matches!(state, State::Writing(_));
            if was_writing {
                *state = State::Broken;
            }
            was_writing
        });
    }
}

impl Write for Spool {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.state.is_closed() {
            return Err(io::Error::new(io::ErrorKind::BrokenPipe, "nobody reads it any more"));
        }
        self.file.write_all_at(bytes, self.written)?;
        self.written += bytes.len() as u64;
        self.state.send_replace(State::Writing(self.written));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Reader {
    file: Arc<File>,
    at: u64,
    state: watch::Receiver<State>,
}

impl Reader {
    /// The next piece, as soon as there is one; none at the end.
    async fn next(&mut self) -> io::Result<Option<Bytes>> {
        let at = self.at;
        let further = |state: &State| match *state {
            State::Writing(written) => written > at,
            State::Whole(_) | State::Broken => true,
        };
        // A writer that went away without a word has broken off.
        let state = self.state.wait_for(further).await.map_or(State::Broken, |state| *state);
        let end = match state {
            State::Broken => return Err(io::Error::other("it was not made to its end")),
            State::Whole(end) if end == at => return Ok(None),
            State::Whole(end) | State::Writing(end) => end,
        };
        let length = usize::try_from(end - at).unwrap_or(A_PIECE).min(A_PIECE);
        let mut piece = vec![0; length];
        self.file.read_exact_at(&mut piece, at)?;
        self.at += length as u64;
        Ok(Some(piece.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http_body_util::BodyExt as _;

    #[tokio::test]
    async fn what_is_written_is_read_to_its_end() {
        let (mut spool, body) = spool().unwrap();
        let written: Vec<u8> = (0..A_PIECE * 3 + 17).map(|n| u8::try_from(n % 251).unwrap()).collect();
        let bytes = written.clone();
        let writer = tokio::task::spawn_blocking(move || {
            for part in bytes.chunks(10_000) {
                spool.write_all(part).unwrap();
            }
            spool.finish();
        });
        let read = body.collect().await.unwrap().to_bytes();
        writer.await.unwrap();
        assert_eq!(read, written);
    }

    #[tokio::test]
    async fn a_writer_that_breaks_off_breaks_the_answer() {
        let (mut spool, body) = spool().unwrap();
        spool.write_all(b"half").unwrap();
        drop(spool);
        assert!(body.collect().await.is_err());
    }

    #[tokio::test]
    async fn a_reader_that_goes_away_stops_the_writer() {
        let (mut spool, body) = spool().unwrap();
        drop(body);
        assert_eq!(spool.write_all(b"more").unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }
}
