//! Says in the classes of a page what is on it where that decides about its layout: whether its sections are listed beside
//! the text, and whether it's the front of the book.
//!
//! A style sheet could ask for that itself, by `:has()` on what stands around the text. Then the browser looks at the whole
//! page again whenever a bit of it has arrived, and a page of the whole book takes three times as long to open.

/// The page with these classes. A page that has neither is as it was.
pub fn told(html: &str) -> String {
    let html = match html.contains("<nav class=\"page-contents") {
        true => html.replacen("class=\"content\"", "class=\"content with-sections\"", 1),
        false => html.to_string(),
    };
    match html.contains("class=\"schedules play\"") {
        true => html.replacen("<main id=\"mdbook-main\"", "<main id=\"mdbook-main\" class=\"front\"", 1),
        false => html,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<div id=\"mdbook-content\" class=\"content\"><main id=\"mdbook-main\" tabindex=\"-1\">";

    #[test]
    fn a_page_says_what_is_on_it() {
        let with = |what: &str| told(&format!("{PAGE}{what}")).replace(what, "");
        assert_eq!(with("<nav class=\"page-contents\">"), PAGE.replace("\"content\"", "\"content with-sections\""));
        let front = PAGE.replace("tabindex", "class=\"front\" tabindex");
        assert_eq!(with("<section class=\"schedules play\">"), front);
        assert_eq!(with("<p>Text"), PAGE);
    }
}
