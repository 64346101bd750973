//! What things look like, with colours and without. Nothing depends on colour alone.

use ratatui::style::{Color, Modifier, Style};

/// Whether there are colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Palette {
    /// The terminal's own, so that a person's theme applies.
    Colours,
    /// None, as <https://no-color.org> asks for.
    NoColour,
}

/// This many threads have a colour of their own, as on a page.
const THREADS: [Color; 6] = [Color::Cyan, Color::Yellow, Color::Green, Color::Magenta, Color::Blue, Color::Red];

impl Palette {
    /// No colours where `NO_COLOR` is set and not empty.
    pub fn of_environment() -> Palette {
        match std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            true => Palette::NoColour,
            false => Palette::Colours,
        }
    }

    fn coloured(self, style: Style, colour: Color) -> Style {
        if self == Palette::Colours { style.fg(colour) } else { style }
    }

    /// The key of a thread, and its mark in the code.
    pub fn thread(self, thread: usize) -> Style {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        self.coloured(bold, THREADS[thread % THREADS.len()])
    }

    /// What recedes: rules, line numbers, threads that are not there.
    pub fn faint(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// Headings and names.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What is good: an outcome that has been found, a goal that has been reached.
    pub fn good(self) -> Style {
        self.coloured(self.strong(), Color::Green)
    }

    /// What no order of steps explains, and what is selected in a list.
    pub fn chosen(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }
}
