//! Places that a page leaves for the backend: elements of one class with nothing in them, which it fills.

/// One such place.
#[derive(Debug, Clone, Copy)]
pub struct Place(pub &'static str);

impl Place {
    /// Whether a page has it.
    pub fn is_in(self, html: &str) -> bool {
        html.contains(self.0)
    }

    /// The page with this in the place, if it has it.
    pub fn fill(self, html: &str, with: impl FnOnce() -> String) -> String {
        if self.is_in(html) { html.replace(self.0, &with()) } else { html.to_string() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_the_place_stays_as_it_is() {
        let place = Place("<i></i>");
        assert_eq!(place.fill("<b></b>", || unreachable!("nobody asks for it")), "<b></b>");
        assert_eq!(place.fill("<b><i></i></b>", || "words".to_string()), "<b>words</b>");
    }
}
