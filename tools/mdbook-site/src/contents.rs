//! Mends `toc.html`, the frame that shows the contents without JavaScript.
//!
//! mdBook 0.5.4 ends each item that is a part's title or a line twice. A parser passes over the second end; a checker of
//! HTML does not. mdBook's helper writes it, so no template can change it.

use anyhow::ensure;

/// The frame with one end for each item. An item cannot end in an item without a list between, so the second of two ends
/// is never another's.
///
/// # Errors
/// A frame that has ends without an item even so: mdBook writes them in another way than was known.
pub fn mended(html: &str) -> anyhow::Result<String> {
    let mended = html.replace("</li></li>", "</li>");
    let left = ends_without_an_item(&mended);
    ensure!(
        left == 0,
        "toc.html has {left} `</li>` that end no item\n  help: has the template changed by which mdBook makes it, or \
         theme/toc.html.hbs? see tools/mdbook-site/src/contents.rs"
    );
    Ok(mended)
}

/// How many ends stand where no item is open. An item may do without an end of its own: the next one, or the end of the
/// list, ends it.
fn ends_without_an_item(html: &str) -> usize {
    // Whether an item is open, for each list that is.
    let mut open = vec![false];
    let mut left = 0;
    for tag in html.split('<').filter_map(|it| it.split([' ', '>']).next()) {
        match (tag, open.last_mut()) {
            ("ol", _) => open.push(false),
            ("/ol", _) => drop(open.pop()),
            ("li", Some(is_open)) => *is_open = true,
            ("/li", Some(is_open)) if *is_open => *is_open = false,
            ("/li", _) => left += 1,
            _ => {}
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_ends_once() {
        let twice = "<ol><li class=\"part-title\">Threads</li></li><li><ol><li>Spawning</li></ol></li></ol>";
        let once = "<ol><li class=\"part-title\">Threads</li><li><ol><li>Spawning</li></ol></li></ol>";
        assert_eq!(mended(twice).unwrap(), once);
        assert_eq!(mended(once).unwrap(), once);
        // As mdBook leaves out the end of an item that has a list.
        let without = "<link rel=\"icon\"><ol><li>Threads<ol><li>Spawning</li></ol><li>Messages</li></ol>";
        assert_eq!(mended(without).unwrap(), without);
    }

    #[test]
    fn an_end_that_is_left_is_told() {
        let told = mended("<ol><li>Threads</li>\n</li></ol>").unwrap_err().to_string();
        assert!(
            told.starts_with("toc.html has 1 `</li>` that end no item\n  help: has the template changed"),
            "{told}"
        );
    }
}
