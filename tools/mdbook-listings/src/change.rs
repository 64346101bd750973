//! The change from a listing that must not compile to its repair, line by line.

use maud::{Markup, html};
use similar::{Change, ChangeTag, TextDiff};

/// The lines that are taken away and those that are added, with a line around them to see where they stand.
///
/// No line is empty text: Markdown would take that for the end of the HTML.
pub fn lines(before: &str, after: &str) -> Markup {
    let difference = TextDiff::from_lines(before, after);
    let groups = difference.grouped_ops(1);
    html! {
        @for (index, group) in groups.iter().enumerate() {
            @if index > 0 { span.line { "  …\n" } }
            @let changes: Vec<_> = group.iter().flat_map(|op| difference.iter_changes(op)).collect();
            @for change in without_empty_edges(&changes) {
                @match change.tag() {
                    ChangeTag::Delete => del.line { "- " (change.value().trim_end()) "\n" },
                    ChangeTag::Insert => ins.line { "+ " (change.value().trim_end()) "\n" },
                    ChangeTag::Equal => span.line { "  " (change.value().trim_end()) "\n" },
                }
            }
        }
    }
}

/// An empty line at the edge tells nobody where they are.
fn without_empty_edges<'a, 'b>(changes: &'a [Change<&'b str>]) -> &'a [Change<&'b str>] {
    let empty = |change: &Change<&str>| change.tag() == ChangeTag::Equal && change.value().trim().is_empty();
    let from = changes.iter().take_while(|change| empty(change)).count();
    let until = changes.len() - changes[from..].iter().rev().take_while(|change| empty(change)).count();
    &changes[from..until]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_stands_between_what_does_not() {
        let before = "fn main() {\n    let a = 1;\n\n    b();\n    c();\n    d();\n    e();\n}\n";
        let after = before.replace("let a", "let mut a").replace("    e();\n", "");
        assert_eq!(
            lines(before, &after).into_string(),
            "<span class=\"line\">  fn main() {\n</span><del class=\"line\">-     let a = 1;\n</del>\
             <ins class=\"line\">+     let mut a = 1;\n</ins>\
             <span class=\"line\">  …\n</span><span class=\"line\">      d();\n</span>\
             <del class=\"line\">-     e();\n</del><span class=\"line\">  }\n</span>"
        );
    }
}
