//! The styles of the pages for e-readers, whose programs know less of CSS than browsers do.
//!
//! What is for a window, a pointer, a script or paper is left out, and so is what epubcheck refuses.

/// What epubcheck cannot read in a selector.
const UNREAD: [&str; 3] = [":has(", ":where(", "&"];

/// What an EPUB says in its own way.
const REFUSED: [&str; 2] = ["direction", "unicode-bidi"];

/// The rules of a style that an e-reader can use.
pub fn for_readers(style: &str) -> String {
    rules(&without_comments(style)).into_iter().filter_map(|(selectors, content)| rule(selectors, content)).collect()
}

fn without_comments(style: &str) -> String {
    let mut parts = style.split("/*");
    let before = parts.next().unwrap_or_default().to_string();
    before + &parts.map(|part| part.split_once("*/").map_or("", |(_, after)| after)).collect::<String>()
}

/// Each rule: what stands before its braces, and what stands in them.
fn rules(style: &str) -> Vec<(&str, &str)> {
    let mut rules = Vec::new();
    let (mut depth, mut start, mut open) = (0, 0, 0);
    for (at, sign) in style.char_indices() {
        match sign {
            '{' => {
                if depth == 0 {
                    open = at;
                }
                depth += 1;
            }
            '}' => {
                depth -= 1;
                if depth == 0 {
                    rules.push((style[start..open].trim(), style[open + 1..at].trim()));
                    start = at + 1;
                }
            }
            ';' if depth == 0 => start = at + 1,
            _ => {}
        }
    }
    rules
}

fn rule(selectors: &str, content: &str) -> Option<String> {
    if selectors.starts_with('@') || content.contains('{') {
        return None;
    }
    let declarations: Vec<&str> = content
        .split(';')
        .map(str::trim)
        .filter(|one| !one.is_empty() && !REFUSED.iter().any(|name| one.starts_with(name)))
        .collect();
    let content = declarations.join("; ");
    let readable: Vec<String> = split(selectors)
        .into_iter()
        .flat_map(expanded)
        .filter(|selector| !selector.contains("html.") && !UNREAD.iter().any(|unread| selector.contains(unread)))
        .collect();
    (!readable.is_empty()).then(|| format!("{} {{ {content} }}\n", readable.join(", ")))
}

/// The parts between commas that stand in no parentheses.
fn split(list: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, sign) in list.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(list[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(list[start..].trim());
    parts
}

/// `a :is(b, c)` as `a b` and `a c`.
fn expanded(selector: &str) -> Vec<String> {
    let Some((before, rest)) = selector.split_once(":is(") else { return vec![selector.to_string()] };
    let mut depth = 1;
    let end = rest.char_indices().find(|(_, sign)| {
        depth += match sign {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth == 0
    });
    let Some((end, _)) = end else { return Vec::new() };
    let after = &rest[end + 1..];
    split(&rest[..end]).into_iter().flat_map(|one| expanded(&format!("{before}{one}{after}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_e_reader_does_not_know_is_said_otherwise_or_left_out() {
        assert_eq!(
            for_readers(".a :is(.b, td:nth-child(2n)) .c { x: y }"),
            ".a .b .c, .a td:nth-child(2n) .c { x: y }\n"
        );
        assert_eq!(for_readers("/* {no} */ .a:has(> b) { x: y } @media print { .a { x: y } } html.js .a { x: y }"), "");
        assert_eq!(for_readers(".a { direction: ltr; x: y; }"), ".a { x: y }\n");
    }
}
