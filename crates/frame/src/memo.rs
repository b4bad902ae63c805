//! A small memory of what never changes, such as a cycle's snapshot: made once, kept while it is used.

use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// Kept entries; the one unused for longest goes first.
const MOST: usize = 16;

/// Values by key, each immutable, so that nothing here is ever out of date.
#[derive(Default)]
pub struct Memo(Mutex<Entries>);

#[derive(Default)]
struct Entries {
    by_key: HashMap<String, (u64, Arc<dyn Any + Send + Sync>)>,
    uses: u64,
}

impl Memo {
    pub fn get<T: Any + Send + Sync>(&self, key: &str) -> Option<Arc<T>> {
        let mut entries = self.0.lock().ok()?;
        entries.uses += 1;
        let now = entries.uses;
        let (used, value) = entries.by_key.get_mut(key)?;
        *used = now;
        Arc::clone(value).downcast().ok()
    }

    pub fn keep<T: Any + Send + Sync>(&self, key: String, value: Arc<T>) {
        let Ok(mut entries) = self.0.lock() else { return };
        entries.uses += 1;
        let now = entries.uses;
        if entries.by_key.len() >= MOST && !entries.by_key.contains_key(&key) {
            let oldest = entries.by_key.iter().min_by_key(|(_, (used, _))| *used);
            if let Some(oldest) = oldest.map(|(key, _)| key.clone()) {
                entries.by_key.remove(&oldest);
            }
        }
        entries.by_key.insert(key, (now, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_unused_for_longest_goes_first() {
        let memo = Memo::default();
        for n in 0..MOST {
            memo.keep(n.to_string(), Arc::new(n));
        }
        assert_eq!(memo.get::<usize>("0").as_deref(), Some(&0));
        memo.keep("new".to_owned(), Arc::new(99_usize));
        assert_eq!(memo.get::<usize>("0").as_deref(), Some(&0));
        assert!(memo.get::<usize>("1").is_none());
        assert!(memo.get::<String>("new").is_none());
    }
}
