//! The rows of a chapter's tables, without their heads.

use crate::chapter::Chapter;

/// The rows of a chapter's tables: the line, and the cells.
pub(crate) fn rows(chapter: &Chapter) -> impl Iterator<Item = (usize, Vec<&str>)> {
    let lines = (1..).zip(chapter.content.lines());
    let rows = lines.filter_map(|(line, text)| Some((line, text.strip_prefix('|')?.strip_suffix('|')?)));
    let mut rows = rows.map(|(line, row)| (line, row.split('|').map(str::trim).collect::<Vec<_>>())).peekable();
    // A head has a row of hyphens below it.
    std::iter::from_fn(move || {
        loop {
            let row = rows.next()?;
            let is_ruler = |row: &(usize, Vec<&str>)| row.1.iter().all(|cell| cell.starts_with("--"));
            if !is_ruler(&row) && !rows.peek().is_some_and(|below| below.0 == row.0 + 1 && is_ruler(below)) {
                return Some(row);
            }
        }
    })
}
