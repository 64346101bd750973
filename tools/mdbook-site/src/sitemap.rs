//! What search engines are told of a published book: its pages, and that they may read them.

use crate::revision::Revision;
use anyhow::ensure;
use maud::html;

/// The address of the book, with a slash at its end.
///
/// # Errors
/// It is none: `url` of `[output.site]` has to be a whole one.
pub fn checked(url: &str) -> anyhow::Result<String> {
    ensure!(
        url.starts_with("https://") || url.starts_with("http://"),
        "book.toml: `url = \"{url}\"` of [output.site] is not a whole address\n  help: give it as `https://example.org/book/`"
    );
    Ok(format!("{}/", url.trim_end_matches('/')))
}

/// The path of an address, `/book/`: so a copy of the book on another host leads to itself.
pub fn path_of(url: &str) -> &str {
    let host = url.find("://").map_or(0, |scheme| scheme + "://".len());
    url[host..].find('/').map_or("/", |path| &url[host + path..])
}

/// `sitemap.xml`. The first page is the address of the book itself.
pub fn sitemap(url: &str, paths: &[String], revision: Option<&Revision>) -> String {
    let entries = html! {
        @for (at, path) in paths.iter().enumerate() {
            url {
                loc { (url) @if at > 0 { (path) } }
                @if let Some(revision) = revision { lastmod { (revision.date()) } }
            }
            "\n"
        }
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
        entries.into_string()
    )
}

/// `robots.txt`, which works if the book is at the root of its host.
pub fn robots(url: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {url}sitemap.xml\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_no_address() {
        assert!(checked("/book/").unwrap_err().to_string().contains("help: give it as"));
        assert_eq!(checked("https://a.org/book").unwrap(), "https://a.org/book/");
    }

    #[test]
    fn the_path_of_an_address_begins_behind_its_host() {
        assert_eq!(path_of("https://a.org/book/"), "/book/");
        assert_eq!(path_of("https://a.org/"), "/");
    }
}
