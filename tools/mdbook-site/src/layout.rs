//! Says in the classes of a page what is on it where that decides about its layout: whether its sections are listed beside
//! the text, and whether it's the front of the book.
//!
//! A style sheet could ask for that itself, by `:has()` on what stands around the text. Then the browser looks at the whole
//! page again whenever a bit of it has arrived, and a page of the whole book takes three times as long to open.

use anyhow::ensure;

/// Around the text of each page, in the template.
const CONTENT: &str = "class=\"content\"";

/// The text of each page, in the template.
const MAIN: &str = "<main id=\"mdbook-main\"";

/// The page at `path` with these classes. A page that has neither is as it was.
///
/// # Errors
/// A page whose template has no element for a class that it needs.
pub fn told(html: &str, path: &str) -> anyhow::Result<String> {
    let told = |html: &str, pattern: &str, with: &str| {
        ensure!(
            html.contains(pattern),
            "{path} has no `{pattern}`, to which a class is to be added\n  help: put it back into theme/index.hbs; where that is \
             mdBook's own, has its template changed? see tools/mdbook-site/src/layout.rs"
        );
        Ok(html.replacen(pattern, with, 1))
    };
    let mut html = html.to_string();
    if html.contains("<nav class=\"page-contents") {
        html = told(&html, CONTENT, "class=\"content with-sections\"")?;
    }
    if html.contains("class=\"schedules play\"") {
        html = told(&html, MAIN, "<main id=\"mdbook-main\" class=\"front\"")?;
    }
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<div id=\"mdbook-content\" class=\"content\"><main id=\"mdbook-main\" tabindex=\"-1\">";

    #[test]
    fn a_page_says_what_is_on_it() {
        let with = |what: &str| told(&format!("{PAGE}{what}"), "a.html").unwrap().replace(what, "");
        assert_eq!(with("<nav class=\"page-contents\">"), PAGE.replace("\"content\"", "\"content with-sections\""));
        let front = PAGE.replace("tabindex", "class=\"front\" tabindex");
        assert_eq!(with("<section class=\"schedules play\">"), front);
        assert_eq!(with("<p>Text"), PAGE);
    }

    #[test]
    fn a_template_without_the_element_is_told_and_only_where_it_is_needed() {
        let of_another_template = |what: &str| {
            told(&format!("<div class=\"text\"><main>{what}"), "a.html").map_err(|error| error.to_string())
        };
        assert!(of_another_template("<p>Text").is_ok());
        let told = of_another_template("<nav class=\"page-contents\">").unwrap_err();
        assert!(told.starts_with("a.html has no `class=\"content\"`") && told.contains("theme/index.hbs"), "{told}");
        let told = of_another_template("<section class=\"schedules play\">").unwrap_err();
        assert!(told.starts_with("a.html has no `<main id=\"mdbook-main\"`"), "{told}");
    }
}
