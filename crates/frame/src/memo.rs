//! A small memory of what never changes, such as a cycle's snapshot: made once, kept while it is used.

use std::any::Any;
use std::collections::HashMap;
use std::future::Future;
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
    /// Who makes a value holds its key's turn; others wait for it.
    turns: HashMap<String, Arc<tokio::sync::Mutex<()>>>,
}

impl Memo {
    /// The value of `key`: from memory, or by `make`, once however many ask at the same time. It is kept if it
    /// `lasts`; a value that does not, or that could not be made, is made again for the next who asks.
    pub async fn once<T: Any + Send + Sync, E>(
        &self,
        key: String,
        make: impl Future<Output = Result<T, E>>,
        lasts: impl FnOnce(&T) -> bool,
    ) -> Result<Arc<T>, E> {
        if let Some(known) = self.get(&key) {
            return Ok(known);
        }
        let turn = self.turn(&key);
        let _mine = turn.lock().await;
        if let Some(known) = self.get(&key) {
            return Ok(known);
        }
        let made = make.await.map(Arc::new);
        if let Ok(made) = &made
            && lasts(made)
        {
            self.keep(key, Arc::clone(made));
        } else if let Ok(mut entries) = self.0.lock() {
            entries.turns.remove(&key);
        }
        made
    }

    fn turn(&self, key: &str) -> Arc<tokio::sync::Mutex<()>> {
        let Ok(mut entries) = self.0.lock() else { return Arc::default() };
        Arc::clone(entries.turns.entry(key.to_owned()).or_default())
    }

    fn get<T: Any + Send + Sync>(&self, key: &str) -> Option<Arc<T>> {
        let mut entries = self.0.lock().ok()?;
        entries.uses += 1;
        let now = entries.uses;
        let (used, value) = entries.by_key.get_mut(key)?;
        *used = now;
        Arc::clone(value).downcast().ok()
    }

    fn keep<T: Any + Send + Sync>(&self, key: String, value: Arc<T>) {
        let Ok(mut entries) = self.0.lock() else { return };
        entries.uses += 1;
        entries.turns.remove(&key);
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
    use std::convert::Infallible;
    use std::sync::atomic::{AtomicUsize, Ordering};

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

    /// Thirty-two readers find a server that has just started: one of them reads the database.
    #[tokio::test]
    async fn what_many_ask_for_at_once_is_made_once() {
        let memo = Memo::default();
        let made = AtomicUsize::new(0);
        let asked = (0..32).map(|_| {
            memo.once(
                "cycle".to_owned(),
                async {
                    tokio::task::yield_now().await;
                    Ok::<_, Infallible>(made.fetch_add(1, Ordering::SeqCst))
                },
                |_| true,
            )
        });
        for answer in futures_util::future::join_all(asked).await {
            assert_eq!(answer.as_deref(), Ok(&0));
        }
        assert_eq!(made.into_inner(), 1);
    }

    #[tokio::test]
    async fn what_failed_or_does_not_last_is_made_again() {
        let memo = Memo::default();
        let key = || "cycle".to_owned();
        assert_eq!(memo.once(key(), async { Err::<i32, _>("no disk") }, |_| true).await, Err("no disk"));
        assert_eq!(memo.once(key(), async { Ok::<_, ()>(1) }, |_| false).await.as_deref(), Ok(&1));
        assert_eq!(memo.once(key(), async { Ok::<_, ()>(2) }, |_| true).await.as_deref(), Ok(&2));
        assert_eq!(memo.once(key(), async { Ok::<_, ()>(3) }, |_| true).await.as_deref(), Ok(&2));
        assert!(memo.0.lock().unwrap().turns.is_empty());
    }
}
