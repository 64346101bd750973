//! Serves the book on this machine, and watches its files: what is saved is built again.

use crate::builder::Builder;
use crate::guard::{self, Guard};
use anyhow::{Context, Result};
use axum::{Router, middleware};
use catalog::left_by_an_editor;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;
use tower_http::services::{ServeDir, ServeFile};
use tower_livereload::LiveReloadLayer;

/// How long to wait for further changes after an editor has saved.
const SAVED: Duration = Duration::from_millis(100);

/// Serves until interrupted. Port 0 takes any free one.
pub fn serve(root: &Path, hostname: &str, port: u16, open: bool) -> Result<()> {
    let page = build(root)?;
    let folder = page.parent().map(Path::to_path_buf).unwrap_or_default();
    let live = LiveReloadLayer::new();
    let guard = Arc::new(Guard::new(hostname, &folder)?);
    let _watching = watch(root, Builder::new(root, Arc::clone(&guard), live.reloader()))?;
    let files = ServeDir::new(&folder).not_found_service(ServeFile::new(folder.join("404.html")));
    let guarded = middleware::from_fn_with_state(guard, guard::answer);
    let app = Router::new().fallback_service(files).layer(guarded).layer(live);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind((hostname, port)).await.map_err(|error| {
            let of_port = matches!(error.kind(), ErrorKind::AddrInUse | ErrorKind::PermissionDenied);
            let remedy = if of_port { "give another --port" } else { "give a --hostname of this machine" };
            anyhow::anyhow!("cannot listen on {hostname}:{port}: {error}\n  help: {remedy}")
        })?;
        let address = format!("http://{}/", listener.local_addr()?);
        println!("serving {address}; stop with Ctrl-C");
        if open {
            open::that(&address).with_context(|| format!("cannot open a browser; open {address} yourself"))?;
        }
        axum::serve(listener, app).await?;
        Ok(())
    })
}

/// Builds the book and returns the path of its first page.
fn build(root: &Path) -> Result<PathBuf> {
    render::build(&render::load(root)?)
}

/// Has the book built again when a file that it is made from changes. Watching ends when the result is dropped.
fn watch(root: &Path, builder: Builder) -> Result<RecommendedWatcher> {
    let (sender, events) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event| {
        // The receiver is gone only when the program ends.
        let _ = sender.send(event);
    })?;
    for path in watched(root) {
        watcher.watch(&path, RecursiveMode::Recursive).with_context(|| format!("cannot watch {}", path.display()))?;
    }
    thread::spawn(move || {
        while let Ok(event) = events.recv() {
            let Some(mut saved) = saved(&event) else { continue };
            // An editor saves in several steps; we build when it is done.
            while let Ok(event) = events.recv_timeout(SAVED) {
                saved.extend(self::saved(&event).into_iter().flatten());
            }
            builder.saved(&saved);
        }
    });
    Ok(watcher)
}

/// The files of the book that an event says have changed, if it says so. It may not know which. Building the book opens its
/// files, which is an event too.
fn saved(event: &notify::Result<Event>) -> Option<BTreeSet<PathBuf>> {
    let event = event.as_ref().ok().filter(|event| !matches!(event.kind, EventKind::Access(_)))?;
    let files: BTreeSet<PathBuf> = event.paths.iter().filter(|path| !left_by_an_editor(path)).cloned().collect();
    (event.paths.is_empty() || !files.is_empty()).then_some(files)
}

/// The folders and files that the pages are made from.
fn watched(root: &Path) -> Vec<PathBuf> {
    let parts = ["src", "listings", "measurements", "theme", "book.toml", "Cargo.lock", "rust-toolchain.toml"];
    parts.iter().map(|part| root.join(part)).filter(|path| path.exists()).collect()
}
