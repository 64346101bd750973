//! What the compiler and running programs say in several listings, with other names in it, as one entry.
//!
//! "borrow of moved value: `soup`" and "borrow of moved value: `boats`" are the same words about two listings. A reader
//! has a third name in front of them, so what differs between backticks becomes an ellipsis.

use crate::page::Figure;
use std::collections::BTreeMap;

/// What stands for a name that is not the same everywhere.
const ELLIPSIS: &str = "…";

/// How many listings are named; the others are counted.
const NAMED: usize = 3;

/// Messages that are said, by what they are without the code in them, in the order in which the book comes to them.
#[derive(Debug, Clone, Default)]
pub struct Messages {
    order: Vec<String>,
    messages: BTreeMap<String, Message>,
}

/// A message that is said in one listing or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The words, with an ellipsis for code that is not everywhere the same.
    pub text: String,
    /// The page of the first listing that has them.
    pub page: usize,
    /// The id of that listing's figure.
    pub figure: String,
    /// The codes of the errors that they are said with.
    codes: Vec<String>,
    /// The names of the listings, `Listing 42`.
    listings: Vec<String>,
}

impl Messages {
    /// Adds words that a listing has. One word alone says too little to be found by.
    pub fn add(&mut self, text: &str, code: Option<&str>, page: usize, figure: &Figure) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.contains(' ') {
            return;
        }
        let key = without_code(&text);
        let message = self.messages.entry(key.clone()).or_insert_with(|| {
            self.order.push(key);
            let (codes, listings) = (Vec::new(), Vec::new());
            Message { text: text.clone(), page, figure: figure.id.clone(), codes, listings }
        });
        message.text = common(&message.text, &text);
        if let Some(code) = code.filter(|code| message.codes.iter().all(|known| known != code)) {
            message.codes.push(code.to_string());
        }
        if !message.listings.contains(&figure.name) {
            message.listings.push(figure.name.clone());
        }
    }

    /// All of them, in the order in which the book comes to them.
    pub fn into_all(mut self) -> impl Iterator<Item = Message> {
        self.order.into_iter().filter_map(move |key| self.messages.remove(&key))
    }
}

impl Message {
    /// With which errors and in which listings they are said: `E0382 in Listing 2, Listing 33 and 5 more`.
    pub fn place(&self) -> String {
        let (named, others) = self.listings.split_at(self.listings.len().min(NAMED));
        let listings = match (named, others.len()) {
            (named, 1..) => format!("{} and {} more", named.join(", "), others.len()),
            ([first @ .., last], _) if !first.is_empty() => format!("{} and {last}", first.join(", ")),
            (named, _) => named.join(""),
        };
        if self.codes.is_empty() {
            format!("In {listings}")
        } else {
            format!("{} in {listings}", self.codes.join(", "))
        }
    }
}

/// Where there is code between backticks, every second piece is code.
fn pieces(text: &str) -> impl Iterator<Item = (bool, &str)> {
    text.split('`').enumerate().map(|(at, piece)| (at % 2 == 1, piece))
}

fn without_code(text: &str) -> String {
    pieces(text).map(|(is_code, piece)| if is_code { ELLIPSIS } else { piece }).collect::<Vec<_>>().join("`")
}

/// Two texts that are the same without code: their code where it is the same, and an ellipsis where it is not.
fn common(one: &str, other: &str) -> String {
    let both = pieces(one).zip(pieces(other));
    both.map(|((_, one), (_, other))| if one == other { one } else { ELLIPSIS }).collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(number: usize) -> Figure {
        Figure { id: format!("part-{number}"), name: format!("Listing {number}"), ..Figure::default() }
    }

    #[test]
    fn the_same_words_with_other_names_are_one_entry() {
        let mut messages = Messages::default();
        messages.add("argument requires that `soup` is borrowed for `'static`", Some("E0597"), 4, &figure(1));
        messages.add("cannot\n  assign", None, 5, &figure(2));
        messages.add("argument requires that `boats` is borrowed for `'static`", Some("E0499"), 6, &figure(3));
        messages.add("argument requires that `boats` is borrowed for `'static`", Some("E0499"), 6, &figure(3));
        messages.add("", Some("E0597"), 4, &figure(1));
        let all: Vec<_> = messages.into_all().collect();
        let told: Vec<_> = all.iter().map(|message| (message.text.as_str(), message.page, message.place())).collect();
        assert_eq!(
            told,
            [
                (
                    "argument requires that `…` is borrowed for `'static`",
                    4,
                    "E0597, E0499 in Listing 1 and Listing 3".to_string()
                ),
                ("cannot assign", 5, "In Listing 2".to_string()),
            ]
        );
    }

    #[test]
    fn what_many_listings_say_names_three_and_counts_the_others() {
        let mut messages = Messages::default();
        for number in 1..=5 {
            messages.add("value moved here", Some("E0382"), 0, &figure(number));
        }
        let all: Vec<_> = messages.into_all().collect();
        assert_eq!(all[0].place(), "E0382 in Listing 1, Listing 2, Listing 3 and 2 more");
    }
}
