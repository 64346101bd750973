//! What a reader is asked before the evidence of a listing is seen: the choices, and the answer to each.
//!
//! Each is a `details`, so that they work by keyboard and without a script. Until one is open, the style sheet hides what
//! tells, and `theme/prediction.js` keeps what was chosen.

use crate::markdown;
use chapters::{Claim, Judgement};
use maud::{Markup, PreEscaped, html};
use std::fmt::Write;

/// Stands in the place of the caption.
pub const QUESTION: &str = "What do you expect?";

/// A choice as a figure shows it.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What can be chosen, as Markdown.
    pub words: String,
    /// Whether it is right.
    pub judgement: Judgement,
    /// What it claims.
    pub claim: Claim,
    /// The answer, as Markdown in which nothing stands for anything else any more.
    pub answer: String,
}

/// The choices, and last a way past them for readers who would rather not guess. `figure` is the id of the figure, and
/// `name` the listing's for a reader.
///
/// The answers are Markdown between empty lines, as mdBook knows where their links lead.
pub fn choices(choices: &[Choice], figure: &str, name: &str) -> Markup {
    let group = format!("choices-{figure}");
    html! {
        div.choices role="group" aria-label=(format!("{QUESTION} {name}")) {
            @for choice in choices {
                details.choice.(format!("choice-{}", choice.judgement.word())) name=(group) {
                    summary { span.choice-words { (words(choice)) } }
                    div.choice-answer {
                        p.choice-said { (judged(choice.judgement)) }
                        (PreEscaped(format!("\n\n{}\n\n", choice.answer)))
                    }
                }
            }
            details.choice-none name=(group) {
                summary { (if choices.is_empty() { "Predict first, then look" } else { "Show me" }) }
            }
        }
    }
}

fn words(choice: &Choice) -> Markup {
    match choice.claim {
        Claim::Output(_) => markdown::inline_with_lines(&choice.words),
        _ => markdown::inline(&choice.words),
    }
}

/// Told by a sign and by words, and not by a colour alone.
fn judged(judgement: Judgement) -> Markup {
    match judgement {
        Judgement::Right => html! { span aria-hidden="true" { "✓ " } "Right" },
        Judgement::Wrong => html! { span aria-hidden="true" { "✗ " } "Not so" },
    }
}

/// The choices in Markdown alone, as a list.
pub fn listed(choices: &[Choice]) -> String {
    if choices.is_empty() {
        return String::new();
    }
    let mut text = format!("{QUESTION}\n\n");
    for (choice, letter) in choices.iter().zip('A'..) {
        let _ = writeln!(text, "- {letter}: {}", choice.words);
    }
    text + "\n"
}

/// Their answers in Markdown alone.
pub fn answered(choices: &[Choice]) -> String {
    let mut text = String::new();
    for (choice, letter) in choices.iter().zip('A'..) {
        let said = match choice.judgement {
            Judgement::Right => "is right",
            Judgement::Wrong => "is not so",
        };
        let _ = write!(text, "*{letter} {said}.* {}\n\n", choice.answer);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two() -> [Choice; 2] {
        let choice = |words: &str, judgement, claim: &str, answer: &str| Choice {
            words: words.into(),
            judgement,
            claim: Claim::parse(claim).unwrap(),
            answer: answer.into(),
        };
        [
            choice("`a | b`, always", Judgement::Wrong, "always", "No.\n\nNever."),
            choice("It `waits | ends`", Judgement::Right, "hangs", "Yes."),
        ]
    }

    #[test]
    fn a_choice_is_a_details_whose_answer_is_markdown_between_empty_lines() {
        let text = choices(&two(), "a-b", "Listing 7").into_string();
        assert!(text.contains("<details class=\"choice choice-wrong\" name=\"choices-a-b\">"), "{text}");
        assert!(text.contains("<code>a</code><br /><code>b</code>, always"), "an output has lines: {text}");
        assert!(text.contains("It <code>waits | ends</code>"), "and nothing else has: {text}");
        assert!(text.contains("</p>\n\nNo.\n\nNever.\n\n</div></details>"), "{text}");
        assert!(text.contains("Not so") && text.contains("Right") && text.contains("Show me"), "{text}");
        let none = choices(&[], "a-b", "Listing 7").into_string();
        assert!(none.contains("Predict first, then look") && !none.contains("choice-answer"), "{none}");
    }

    #[test]
    fn in_markdown_alone_choices_have_letters_and_answers_say_which_they_answer() {
        assert_eq!(listed(&two()), "What do you expect?\n\n- A: `a | b`, always\n- B: It `waits | ends`\n\n");
        assert_eq!(answered(&two()), "*A is not so.* No.\n\nNever.\n\n*B is right.* Yes.\n\n");
        assert_eq!(listed(&[]), "");
    }
}
