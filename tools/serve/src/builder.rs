//! Builds the book again when its files have been saved: the pages of the saved chapters at once, and then the whole.
//!
//! ```text
//! saved ──▶ the saved chapters' pages ──▶ served, reloaded
//!                      └────────────────▶ the whole, aside ──▶ served; reloaded if anything is not as it was just shown
//! ```
//!
//! Until the whole is there, a request for anything else that is made of chapters waits ([`Guard`]), so nothing old is shown
//! as if it were new. The whole is built in another thread. A file that is saved meanwhile is not kept waiting by it, and
//! what was being built without that file is never served.

use crate::folder::{brought, likened};
use crate::guard::Guard;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use tower_livereload::Reloader;

/// What builds a book again and again.
pub struct Builder {
    shared: Arc<Shared>,
    /// Has the whole be built as it is in this round.
    whole: mpsc::Sender<usize>,
}

struct Shared {
    root: PathBuf,
    guard: Arc<Guard>,
    reloader: Reloader,
    /// How often something has been saved. Whoever has it may change what is served.
    round: Mutex<usize>,
}

impl Builder {
    /// One for the book at `root`. Its thread ends when it is dropped.
    pub fn new(root: &Path, guard: Arc<Guard>, reloader: Reloader) -> Builder {
        let shared = Arc::new(Shared { root: root.to_path_buf(), guard, reloader, round: Mutex::new(0) });
        let (whole, rounds) = mpsc::channel();
        let builder = Arc::clone(&shared);
        thread::spawn(move || {
            while let Ok(round) = rounds.recv() {
                // Of several that have come meanwhile the last is enough.
                let round = rounds.try_iter().last().unwrap_or(round);
                builder.build_whole(round);
            }
        });
        Builder { shared, whole }
    }

    /// These files have been saved.
    pub fn saved(&self, files: &BTreeSet<PathBuf>) {
        let files: Vec<PathBuf> = files.iter().cloned().collect();
        let Shared { root, guard, reloader, round } = &*self.shared;
        let number = {
            let mut round = round.lock().unwrap_or_else(PoisonError::into_inner);
            guard.is_being_built(BTreeSet::new());
            *round += 1;
            *round
        };
        let made = render::pages_aside(root, &files).and_then(|(folder, pages)| {
            let _round = round.lock().unwrap_or_else(PoisonError::into_inner);
            for page in &pages {
                brought(page, &folder, guard.folder())?;
            }
            guard.is_being_built(pages.iter().cloned().collect());
            Ok(!pages.is_empty())
        });
        match made {
            Ok(true) => reloader.reload(),
            Ok(false) => {}
            Err(error) => return self.shared.tell(number, &error),
        }
        // The thread is there as long as this is.
        let _ = self.whole.send(number);
    }
}

impl Shared {
    fn build_whole(&self, number: usize) {
        let built = render::build_aside(&self.root);
        let round = self.round.lock().unwrap_or_else(PoisonError::into_inner);
        if *round != number {
            return;
        }
        let shown = self.guard.saved();
        match built.and_then(|folder| likened(&folder, self.guard.folder())) {
            Ok(changed) => {
                // Printed only once it is true: whoever reads the line and asks for a page gets the new one.
                self.guard.is_built();
                println!("built anew");
                if shown.is_empty() || changed.iter().any(|path| is_seen_in_pages(path) || shown.contains(path)) {
                    self.reloader.reload();
                }
            }
            Err(error) => {
                drop(round);
                self.tell(number, &error);
            }
        }
    }

    /// If a book cannot be built, the terminal says why, and so does every page until it can.
    fn tell(&self, number: usize, error: &anyhow::Error) {
        let round = self.round.lock().unwrap_or_else(PoisonError::into_inner);
        if *round == number {
            eprintln!("{error:#}\n");
            self.guard.is_not_built(&format!("{error:#}"));
            self.reloader.reload();
        }
    }
}

/// Whether a file is of those that every page shows, or is shown with. What is made of all pages is asked for later, and is
/// waited for.
fn is_seen_in_pages(path: &Path) -> bool {
    !path.starts_with("downloads") && !path.starts_with("search") && path.extension().is_none_or(|it| it != "html")
}
