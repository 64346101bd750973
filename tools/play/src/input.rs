//! What each key does.

use crate::{Board, Next, Over};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// What the keys do, for a person: the keys, and what for.
pub const KEYS: [(&str, &str); 12] = [
    ("1 2 …", "lets the thread with that key go"),
    ("u ⌫", "takes back the last step"),
    ("r", "begins again; what you have found stays found"),
    ("g", "another outcome as the goal"),
    ("s", "shows a way from here to the goal; reached that way, it does not count as found"),
    ("o", "lists the outcomes"),
    ("a", "shows everything that has been written to atomics"),
    ("↑ ↓", "scroll the code"),
    ("PgUp PgDn", "scroll the steps"),
    ("Esc", "closes what is open over the board; otherwise quits"),
    ("h ?", "says this"),
    ("q", "quits, as Ctrl-C does"),
];

/// How many lines a page key scrolls.
const PAGE: usize = 5;

impl Board {
    /// Does what a key is for.
    pub fn key(&mut self, key: KeyEvent) -> Next {
        // Windows reports keys that are let go, too.
        if key.kind == KeyEventKind::Release {
            return Next::On;
        }
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            return if key.code == KeyCode::Char('c') { Next::Quit } else { Next::On };
        }
        match self.over {
            Over::Nothing => self.key_of_board(key.code),
            Over::Choice { .. } => self.key_of_choice(key.code),
            Over::Help | Over::Outcomes | Over::Atomics => {
                self.over = Over::Nothing;
                if key.code == KeyCode::Char('q') { Next::Quit } else { Next::On }
            }
        }
    }

    fn key_of_board(&mut self, key: KeyCode) -> Next {
        match key {
            KeyCode::Char('q') | KeyCode::Esc => return Next::Quit,
            KeyCode::Char('u') | KeyCode::Backspace => self.undo(),
            KeyCode::Char('r') => self.restart(),
            KeyCode::Char('g') => self.next_goal(),
            KeyCode::Char('s') => self.show(),
            KeyCode::Char('o') => self.over = Over::Outcomes,
            KeyCode::Char('a') if self.game.has_histories() => self.over = Over::Atomics,
            KeyCode::Char('a') => {
                self.say(["Every load reads what was written last, so there are no histories".to_string()])
            }
            KeyCode::Char('h' | '?') => self.over = Over::Help,
            KeyCode::Up => self.code_from = Some(self.code_shown.saturating_sub(1)),
            KeyCode::Down => self.code_from = Some(self.code_shown + 1),
            KeyCode::PageUp => self.steps_up += PAGE,
            KeyCode::PageDown => self.steps_up = self.steps_up.saturating_sub(PAGE),
            KeyCode::Char(letter) => match self.game.thread_of(letter) {
                Some(thread) => self.press(thread),
                None => self.say([format!("`{letter}` does nothing: h says what the keys do")]),
            },
            _ => {}
        }
        Next::On
    }

    fn key_of_choice(&mut self, key: KeyCode) -> Next {
        let Over::Choice { thread, offers, at } = &mut self.over else { return Next::On };
        let chosen = match key {
            KeyCode::Char('q') => return Next::Quit,
            KeyCode::Esc => {
                self.say(["Nothing has happened".to_string()]);
                return Next::On;
            }
            KeyCode::Up => {
                *at = at.checked_sub(1).unwrap_or(offers.len() - 1);
                return Next::On;
            }
            KeyCode::Down => {
                *at = (*at + 1) % offers.len();
                return Next::On;
            }
            KeyCode::Enter => *at,
            KeyCode::Char(digit) => match digit.to_digit(10).and_then(|digit| (digit as usize).checked_sub(1)) {
                Some(place) => place,
                None => return Next::On,
            },
            _ => return Next::On,
        };
        if let Some(offer) = offers.get(chosen).cloned() {
            let thread = *thread;
            self.take(thread, &offer);
        }
        Next::On
    }
}
