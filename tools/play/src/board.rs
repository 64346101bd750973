//! What is on the screen: the game, the last message, whatever is open over it, and how far it is scrolled.

use crate::Palette;
use scheduler::{Answer, Game, Life, Offer, Route, Thread};

/// The board.
#[derive(Debug)]
pub struct Board {
    /// The game.
    pub game: Game,
    /// With colours or without.
    pub palette: Palette,
    /// What was said last.
    pub(crate) message: Message,
    /// What lies over the board.
    pub(crate) over: Over,
    /// The first line of the code to be shown, if the person has scrolled; otherwise it follows the threads.
    pub(crate) code_from: Option<usize>,
    /// How many lines the steps are scrolled up from the end.
    pub(crate) steps_up: usize,
    /// The first line of the code that was shown last, from which scrolling goes on.
    pub(crate) code_shown: usize,
}

/// What was said last, in sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// What a thread has done. At an end there is more to say.
    Turn(Vec<String>),
    /// The answer to another key.
    Answer(Vec<String>),
}

/// What lies over the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Over {
    /// Nothing.
    Nothing,
    /// What the keys do.
    Help,
    /// The outcomes, and which have been found.
    Outcomes,
    /// The histories of the atomics.
    Atomics,
    /// The steps that a thread may take, and which of them is selected.
    Choice {
        /// Whose steps.
        thread: usize,
        /// The steps.
        offers: Vec<Offer>,
        /// The place of the selected one.
        at: usize,
    },
}

/// Whether the game goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// It does.
    On,
    /// The person has quit.
    Quit,
}

impl Board {
    /// A board on which nothing has happened.
    pub fn new(game: Game, palette: Palette) -> Board {
        let mut board = Board {
            game,
            palette,
            message: Message::Answer(Vec::new()),
            over: Over::Nothing,
            code_from: None,
            steps_up: 0,
            code_shown: 0,
        };
        board.say(["At the beginning: press the key of a thread to let it go".to_string()]);
        board
    }

    /// Answers a key.
    pub(crate) fn say(&mut self, answer: impl IntoIterator<Item = String>) {
        self.show_message(Message::Answer(answer.into_iter().collect()));
    }

    /// Says something, and shows again where the threads are.
    fn show_message(&mut self, message: Message) {
        self.message = message;
        self.over = Over::Nothing;
        self.code_from = None;
        self.steps_up = 0;
    }

    pub(crate) fn press(&mut self, thread: usize) {
        let answer = self.game.press(thread);
        self.answer(thread, answer);
    }

    pub(crate) fn take(&mut self, thread: usize, offer: &Offer) {
        let answer = self.game.take(offer);
        self.answer(thread, answer);
    }

    fn answer(&mut self, thread: usize, answer: Answer) {
        match answer {
            Answer::Went(told) => self.show_message(Message::Turn(told)),
            Answer::Cannot(why) => self.say([why]),
            Answer::Choose(offers) => {
                let Thread { name, life, does, .. } = self.game.threads().swap_remove(thread);
                self.say([match life {
                    Life::Waits => format!("{name} cannot go now: it {does}; but this may happen"),
                    _ => format!("{name} can go in more than one way"),
                }]);
                self.over = Over::Choice { thread, offers, at: 0 };
            }
        }
    }

    pub(crate) fn undo(&mut self) {
        let said = match self.game.undo() {
            Some(step) => format!("Taken back: {step}"),
            None => "There is no step to take back".to_string(),
        };
        self.say([said]);
    }

    pub(crate) fn restart(&mut self) {
        self.game.restart();
        self.say(["At the beginning again; what you have found stays found".to_string()]);
    }

    pub(crate) fn next_goal(&mut self) {
        let before = self.game.goal();
        self.game.next_goal();
        let goal = self.game.goal();
        let said = match goal == before {
            true => format!("The only goal is {}", self.game.name(goal)),
            false => format!("Your goal is now {}", self.game.name(goal)),
        };
        self.say([said]);
    }

    pub(crate) fn show(&mut self) {
        let name = self.game.name(self.game.goal());
        let said = match self.game.show() {
            Route::Here => vec![format!("This is {name}")],
            Route::None(why) => vec![why],
            Route::Steps(steps) => vec![
                format!("From here to {name}: {}", self.game.in_turns(&steps)),
                "An outcome reached this way does not count as found".to_string(),
            ],
        };
        self.say(said);
    }
}
