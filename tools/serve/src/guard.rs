//! Which requests a served book answers, and when: those that address this machine by one of its own names and ask for a
//! file of the book, once that file is as the author has saved it.
//!
//! Someone else's page can point its own name at this machine and then ask for what is served here as if it were its
//! own (DNS rebinding). It cannot ask under any name but its own, so only the names under which the book is served are
//! answered.

use anyhow::{Context, Result};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::watch;

/// What the decision depends on.
pub struct Guard {
    /// The names by which the book may be asked for.
    names: Vec<String>,
    folder: PathBuf,
    stands: watch::Sender<Stands>,
}

/// How the pages stand to what the author has saved.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stands {
    /// They are as it says.
    Built,
    /// These are, by their paths below the folder of the pages. The others, and what is made of all of them, will be.
    BeingBuilt(BTreeSet<PathBuf>),
    /// The book cannot be built, and this is why.
    NotBuilt(String),
}

impl Stands {
    /// Whether this is to be answered now, by a file or by why there is none. What is made of no page is always as saved.
    fn is_decided(&self, path: &str) -> bool {
        let is_of_all = ["/search/", "/downloads/"].iter().any(|folder| path.starts_with(folder));
        let is_made = |saved: &BTreeSet<PathBuf>| {
            let page = path.trim_start_matches('/').to_string() + if path.ends_with('/') { "index.html" } else { "" };
            saved.contains(Path::new(&page))
        };
        match self {
            Stands::BeingBuilt(saved) => is_made(saved) || !(is_page(path) || is_of_all),
            Stands::Built | Stands::NotBuilt(_) => true,
        }
    }
}

impl Guard {
    /// For a book in `folder` that is served under `hostname`.
    ///
    /// # Errors
    /// Where there is no such folder.
    pub fn new(hostname: &str, folder: &Path) -> Result<Guard> {
        let own = ["localhost", "127.0.0.1", "[::1]", hostname];
        let folder = folder.canonicalize().with_context(|| format!("there is no folder {}", folder.display()))?;
        Ok(Guard {
            names: own.map(str::to_ascii_lowercase).to_vec(),
            folder,
            stands: watch::Sender::new(Stands::Built),
        })
    }

    /// The folder that is served.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The book has been built.
    pub fn is_built(&self) {
        self.stands.send_replace(Stands::Built);
    }

    /// The book is being built, and of its pages these have been: who asks for another one waits.
    pub fn is_being_built(&self, saved: BTreeSet<PathBuf>) {
        self.stands.send_replace(Stands::BeingBuilt(saved));
    }

    /// The pages that are as saved while the others are being built.
    pub fn saved(&self) -> BTreeSet<PathBuf> {
        match &*self.stands.borrow() {
            Stands::BeingBuilt(saved) => saved.clone(),
            Stands::Built | Stands::NotBuilt(_) => BTreeSet::new(),
        }
    }

    /// The book cannot be built, and this is why.
    pub fn is_not_built(&self, why: &str) {
        self.stands.send_replace(Stands::NotBuilt(why.to_string()));
    }

    /// Whether a request for this host means this machine. Others may ask for a book that is served to them under any
    /// name.
    fn is_own(&self, host: &str) -> bool {
        let name = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
            _ => host,
        };
        let everywhere = ["0.0.0.0", "::", "[::]"];
        self.names.iter().any(|own| everywhere.contains(&own.as_str()) || *own == name.to_ascii_lowercase())
    }

    /// Whether a path stays in the book, whether or not the file exists. A link in the book's folder may lead out of
    /// it.
    fn is_of_the_book(&self, path: &str) -> bool {
        let decoded = percent_encoding::percent_decode_str(path.trim_start_matches('/')).decode_utf8_lossy();
        self.folder.join(decoded.as_ref()).canonicalize().map_or(true, |file| file.starts_with(&self.folder))
    }
}

/// Answers a request, or passes it on.
pub async fn answer(State(guard): State<Arc<Guard>>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    if !guard.is_own(host) {
        let why = format!("this book is not served under the name {host:?}; to change that, give it as `--hostname`\n");
        return (StatusCode::MISDIRECTED_REQUEST, why).into_response();
    }
    let path = request.uri().path();
    // A redirect to a path that begins with two slashes would lead to another host.
    if path.starts_with("//") || !guard.is_of_the_book(path) {
        return (StatusCode::NOT_FOUND, "there is no such page in this book\n").into_response();
    }
    let mut stands = guard.stands.subscribe();
    // It fails only when the guard is gone, which is ours.
    let why = match stands.wait_for(|stands| stands.is_decided(path)).await.as_deref() {
        Ok(Stands::NotBuilt(why)) if is_page(path) => Some(why.clone()),
        _ => None,
    };
    match why {
        Some(why) => (StatusCode::INTERNAL_SERVER_ERROR, Html(page(&why))).into_response(),
        None => next.run(request).await,
    }
}

fn is_page(path: &str) -> bool {
    path.ends_with('/') || path.ends_with(".html")
}

/// The page shown in place of all others.
fn page(why: &str) -> String {
    let why = why.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>The book cannot be \
         built</title></head><body><h1>The book cannot be built</h1><pre style=\"white-space: \
         pre-wrap\">{why}</pre><p>This page goes away by itself once that is fixed.</p></body></html>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard(hostname: &str, folder: &Path) -> Guard {
        Guard::new(hostname, folder).unwrap()
    }

    #[test]
    fn only_names_of_its_own_are_answered() {
        let folder = tempfile::tempdir().unwrap();
        let here = guard("books.example", folder.path());
        for host in ["localhost:3000", "127.0.0.1", "[::1]:3000", "Books.Example:80"] {
            assert!(here.is_own(host), "{host}");
        }
        for host in ["", "evil.example", "localhost.evil.example:3000", "127.0.0.1.evil.example"] {
            assert!(!here.is_own(host), "{host}");
        }
        assert!(guard("0.0.0.0", folder.path()).is_own("desk.local:3000"));
    }

    #[test]
    fn what_is_not_as_saved_yet_is_waited_for_and_nothing_else() {
        let being_built = Stands::BeingBuilt(["index.html".into(), "a/saved.html".into()].into());
        for now in ["/", "/index.html", "/a/saved.html", "/page-1a2b.css", "/fonts/mono.woff2"] {
            assert!(being_built.is_decided(now), "{now}");
        }
        for later in ["/a/", "/a/other.html", "/print.html", "/search/names.js", "/downloads/a/b.zip"] {
            assert!(!being_built.is_decided(later), "{later}");
            assert!(Stands::Built.is_decided(later) && Stands::NotBuilt("why".into()).is_decided(later), "{later}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_book_is_not_followed() {
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::fs::write(other.path().join("secret.txt"), "plum").unwrap();
        std::fs::write(folder.path().join("page.html"), "a page").unwrap();
        std::os::unix::fs::symlink(other.path(), folder.path().join("out")).unwrap();
        let here = guard("localhost", folder.path());
        assert!(here.is_of_the_book("/page.html") && here.is_of_the_book("/no-such.html"));
        assert!(!here.is_of_the_book("/out/secret.txt") && !here.is_of_the_book("/%6Fut/secret.txt"));
        assert!(!here.is_of_the_book("/../"));
    }
}
