//! What a first reading can skip: beside its paragraph where the page is wide, below it and folded where it is narrow.

use maud::html;

/// What stands in the text where a note is referred to. `number` is its number on the page.
pub fn reference(label: &str, number: usize) -> String {
    let markup = html! {
        a.note-ref id=(format!("{}-ref", id(label))) href=(format!("#{}", id(label))) aria-label=(format!("Note {number}")) {
            (number)
        }
    };
    markup.into_string()
}

/// What stands before a block with notes.
pub fn before() -> String {
    "<div class=\"noted\">\n\n".to_string()
}

/// What stands behind a block with these notes: label, number, and the words as Markdown.
///
/// A link to what is folded unfolds it, if it leads to what is within.
pub fn behind(notes: &[(&str, usize, String)]) -> String {
    let note = |(label, number, words): &(&str, usize, String)| {
        let open = html! {
            summary { "Note " (number) }
        };
        format!(
            "<details class=\"sidenote\">{}<div class=\"sidenote-words\" id=\"{}\">\n\n{words}\n\n</div></details>",
            open.into_string(),
            id(label)
        )
    };
    let notes: String = notes.iter().map(note).collect();
    format!("\n<div class=\"notes\">{notes}</div></div>\n\n")
}

fn id(label: &str) -> String {
    format!("note-{label}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_leads_into_its_note_so_that_a_browser_unfolds_it() {
        let reference = reference("core", 3);
        assert!(reference.contains("href=\"#note-core\"") && reference.contains(">3</a>"), "{reference}");
        let note = behind(&[("core", 3, "A *note*.".into()), ("two", 4, "B.".into())]);
        assert!(
            note.contains(
                "<summary>Note 3</summary><div class=\"sidenote-words\" id=\"note-core\">\n\nA *note*.\n\n</div>"
            ),
            "{note}"
        );
        assert_eq!(note.matches("<details").count(), 2, "{note}");
    }
}
