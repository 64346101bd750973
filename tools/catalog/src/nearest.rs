//! The listing that may have been meant by an id that does not exist.

use crate::listing::Id;
use crate::load::Catalog;

/// How alike two names must be, from 0 to 1, for the one to be suggested for the other: one wrong letter, or a word too many
/// in a name of several.
const ALIKE: f64 = 0.8;

/// The remedy where something that no listing has was asked for.
pub const SEE_ALL: &str = "`cargo book list` shows them all";

impl Catalog {
    /// The listing whose id, or whose name alone, is most like this; none if none is much like it.
    pub fn nearest(&self, written: &str) -> Option<&Id> {
        nearest(self.listings.keys(), written)
    }

    /// The rest of a remedy if there is no such listing: which one may have been meant, or where to see them all.
    pub fn is_it(&self, written: &str) -> String {
        match self.nearest(written) {
            Some(id) => format!("is it `{id}`?"),
            None => SEE_ALL.to_string(),
        }
    }
}

fn nearest<'a>(ids: impl Iterator<Item = &'a Id>, written: &str) -> Option<&'a Id> {
    let likeness = |id: &Id| {
        let name = if written.contains('/') { id.to_string() } else { id.name.clone() };
        strsim::normalized_damerau_levenshtein(&name, written).max(shared_words(&name, written))
    };
    let (id, likeness) = ids.map(|id| (id, likeness(id))).max_by(|(_, one), (_, other)| one.total_cmp(other))?;
    (likeness >= ALIKE).then_some(id)
}

/// The share of words that two names have in common, as someone remembers the words of a name and not their order.
fn shared_words(one: &str, other: &str) -> f64 {
    let words = |name: &str| -> Vec<String> {
        let words = name.split(|at: char| !at.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let (one, other) = (words(one), words(other));
    let shared = one.iter().filter(|word| other.contains(word)).count();
    2.0 * shared as f64 / (one.len() + other.len()).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_and_words_in_another_order_are_understood_and_no_more() {
        let ids = ["a/ladder-and-rope", "b/two-cooks-one-kitchen"].map(|id| Id::parse(id).unwrap());
        let nearest = |written: &str| super::nearest(ids.iter(), written).map(ToString::to_string);
        assert_eq!(nearest("ladder-and-rop").as_deref(), Some("a/ladder-and-rope"));
        assert_eq!(nearest("a/lader-and-rope").as_deref(), Some("a/ladder-and-rope"));
        assert_eq!(nearest("rope-and-ladder").as_deref(), Some("a/ladder-and-rope"));
        assert_eq!(nearest("one-kitchen-two-cooks").as_deref(), Some("b/two-cooks-one-kitchen"));
        assert_eq!(nearest("bread"), None);
    }
}
