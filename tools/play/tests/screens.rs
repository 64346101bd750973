//! What the screen shows, compared with the texts in `screens/`; and what keys do.
//!
//! `BLESS_SCREENS=1 cargo test -p play` writes these texts. Read the differences before you commit them.

mod common;

use common::program;
use play::{Board, Next, Palette, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::style::Color;
use scheduler::Game;
use std::collections::BTreeSet;

const DEADLOCK: &str = "guarantees/ladder-and-rope";
const SPURIOUS: &str = "waiting/woken-and-the-shelf-is-empty";
const WEAK: &str = "memory/two-judges-of-a-regatta";
const RACE: &str = "memory/job-in-a-slot";

fn board(id: &str, keys: &str) -> Board {
    let mut board = Board::new(Game::new(program(id)).unwrap(), Palette::NoColour);
    press(&mut board, keys);
    board
}

/// Presses the keys of these letters.
fn press(board: &mut Board, letters: &str) {
    for letter in letters.chars() {
        assert_eq!(key(board, KeyCode::Char(letter)), Next::On, "{letter}");
    }
}

fn key(board: &mut Board, code: KeyCode) -> Next {
    board.key(KeyEvent::new(code, KeyModifiers::NONE))
}

fn drawn(board: &mut Board, width: u16, height: u16) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw(board, frame)).unwrap();
    terminal.backend().buffer().clone()
}

fn text(buffer: &Buffer) -> String {
    let rows = buffer.content.chunks(usize::from(buffer.area.width));
    let row = |cells: &[ratatui::buffer::Cell]| cells.iter().map(|cell| cell.symbol()).collect::<String>();
    rows.map(|cells| row(cells).trim_end().to_string() + "\n").collect()
}

fn shown(board: &mut Board) -> String {
    text(&drawn(board, 80, 24))
}

/// Compares what is drawn with the text of this name.
fn is_as_kept(name: &str, board: &mut Board, width: u16, height: u16) {
    let shown = text(&drawn(board, width, height));
    let file = toolchain::tested::package().join("tests/screens").join(format!("{name}.txt"));
    if std::env::var_os("BLESS_SCREENS").is_some() {
        std::fs::write(&file, &shown).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    let remedy = "if it is as it should be: BLESS_SCREENS=1 cargo test -p play";
    assert!(shown == kept, "{}: is not what is drawn\n{shown}\nhelp: {remedy}", file.display());
}

#[test]
fn at_the_beginning_there_are_code_threads_goal_and_score() {
    is_as_kept("beginning-80x24", &mut board(DEADLOCK, ""), 80, 24);
    is_as_kept("beginning-120x40", &mut board(DEADLOCK, ""), 120, 40);
}

#[test]
fn a_thread_that_waits_answers_why() {
    is_as_kept("blocked-80x24", &mut board(DEADLOCK, "1121"), 80, 24);
}

#[test]
fn at_an_end_it_says_which_outcome_it_is_why_and_that_it_was_the_goal() {
    is_as_kept("deadlock-80x24", &mut board(DEADLOCK, "1123"), 80, 24);
    is_as_kept("deadlock-120x40", &mut board(DEADLOCK, "1123"), 120, 40);
    is_as_kept("race-80x24", &mut board(RACE, "121"), 80, 24);
}

#[test]
fn what_a_thread_may_do_beside_the_ordinary_is_a_list() {
    is_as_kept("rarely-80x24", &mut board(SPURIOUS, "112222"), 80, 24);
    let mut board = old_value();
    press(&mut board, "1");
    is_as_kept("old-value-120x40", &mut board, 120, 40);
}

#[test]
fn a_narrow_terminal_has_the_threads_below_the_code_and_one_that_is_too_small_says_so() {
    is_as_kept("narrow-50x30", &mut board(DEADLOCK, "112"), 50, 30);
    is_as_kept("too-small-30x10", &mut board(DEADLOCK, "112"), 30, 10);
}

#[test]
fn the_keys_and_the_outcomes_lie_over_the_board() {
    is_as_kept("help-80x24", &mut board(DEADLOCK, "h"), 80, 24);
    is_as_kept("outcomes-80x24", &mut board(SPURIOUS, "o"), 80, 24);
    let mut atomics = board(WEAK, "1112");
    press(&mut atomics, "a");
    is_as_kept("atomics-80x24", &mut atomics, 80, 24);
}

#[test]
fn a_way_that_is_shown_says_whose_turn_is_next() {
    let mut board = board(DEADLOCK, "s");
    for next in ["main starts ida", "main starts jon", "ida locks `LADDER`", "jon locks `ROPE`"] {
        let screen = shown(&mut board);
        let marked = screen.lines().find(|line| line.contains("◀ next")).unwrap_or_else(|| panic!("{screen}"));
        assert!(marked.contains(next), "{screen}");
        let key = ["main", "ida", "jon"].iter().position(|name| next.starts_with(name)).unwrap() + 1;
        press(&mut board, &key.to_string());
    }
    let screen = shown(&mut board);
    assert!(screen.contains("as shown to you") && screen.contains("outcomes found: 0 of 2"), "{screen}");
}

/// A game in which main may read an old value.
fn old_value() -> Board {
    let mut game = Game::new(program(WEAK)).unwrap();
    while game.goal() != 2 {
        game.next_goal();
    }
    game.show();
    let mut keys = String::new();
    while let Some(step) = game.next_shown() {
        let of = |thread: &scheduler::Thread| thread.offers.iter().find(|offer| offer.step == step).cloned();
        let (thread, offer) = game.threads().iter().find_map(|it| Some((it.key, of(it)?))).unwrap();
        if offer.kind.is_some() {
            break;
        }
        keys.push(thread);
        game.take(&offer);
    }
    board(WEAK, &keys)
}

#[test]
fn a_list_is_chosen_from_by_digits_or_arrows_and_closed_by_escape() {
    let steps = |board: &Board| board.game.turns().len();
    let mut board = old_value();
    let before = steps(&board);
    press(&mut board, "1");
    key(&mut board, KeyCode::Esc);
    assert!(steps(&board) == before && !shown(&mut board).contains("What does main do?"));
    press(&mut board, "12");
    assert!(steps(&board) == before + 1 && board.game.is_weak());
    key(&mut board, KeyCode::Backspace);
    press(&mut board, "1");
    assert!(shown(&mut board).contains("▶ 1 reads `true` from `RED`, the newest"));
    key(&mut board, KeyCode::Down);
    assert!(shown(&mut board).contains("▶ 2 reads an old `false` from `RED`; nothing forbids that"));
    key(&mut board, KeyCode::Down);
    key(&mut board, KeyCode::Up);
    key(&mut board, KeyCode::Enter);
    assert!(board.game.is_weak());
    // A digit of no entry does nothing.
    press(&mut board, "u19");
    assert!(shown(&mut board).contains("What does main do?"));
}

#[test]
fn letters_quit_undo_restart_and_change_the_goal() {
    let mut board = board(DEADLOCK, "11");
    key(&mut board, KeyCode::Backspace);
    assert_eq!(board.game.turns().len(), 1);
    press(&mut board, "1r");
    assert!(board.game.turns().is_empty());
    press(&mut board, "g");
    assert!(shown(&mut board).contains("Goal: outcome 1: main returns"));
    press(&mut board, "x");
    assert!(shown(&mut board).contains("`x` does nothing: h says what the keys do"));
    press(&mut board, "h");
    assert_eq!(key(&mut board, KeyCode::Esc), Next::On);
    assert_eq!(key(&mut board, KeyCode::Esc), Next::Quit);
    assert_eq!(key(&mut board, KeyCode::Char('q')), Next::Quit);
    assert_eq!(board.key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL)), Next::Quit);
    press(&mut board, "h");
    assert_eq!(board.key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL)), Next::Quit);
}

#[test]
fn a_key_that_is_let_go_does_nothing() {
    let mut board = board(DEADLOCK, "");
    let released = KeyEvent::new_with_kind(KeyCode::Char('1'), KeyModifiers::NONE, KeyEventKind::Release);
    assert_eq!(board.key(released), Next::On);
    assert!(board.game.turns().is_empty());
}

#[test]
fn code_and_steps_are_scrolled_until_the_next_turn() {
    let mut board = board(DEADLOCK, "112");
    assert!(!shown(&mut board).contains("use std::sync::Mutex;"));
    for _ in 0..30 {
        key(&mut board, KeyCode::Up);
        shown(&mut board);
    }
    assert!(shown(&mut board).contains("use std::sync::Mutex;"));
    for _ in 0..60 {
        key(&mut board, KeyCode::Down);
        shown(&mut board);
    }
    assert!(shown(&mut board).contains("20 }"));
    press(&mut board, "2222133333");
    assert!(!shown(&mut board).contains("1. main starts ida"));
    key(&mut board, KeyCode::PageUp);
    assert!(shown(&mut board).contains("1. main starts ida"));
    key(&mut board, KeyCode::PageDown);
    assert!(!shown(&mut board).contains("1. main starts ida"));
}

#[test]
fn without_colours_there_is_none_and_nothing_is_missing() {
    for (id, keys) in [(DEADLOCK, "112"), (DEADLOCK, "1123"), (SPURIOUS, "112222"), (RACE, "121")] {
        let mut board = board(id, keys);
        let plain = drawn(&mut board, 80, 24);
        assert!(plain.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
        board.palette = Palette::Colours;
        let coloured = drawn(&mut board, 80, 24);
        assert_eq!(text(&plain), text(&coloured));
        let colours: BTreeSet<String> = coloured.content.iter().map(|cell| format!("{:?}", cell.fg)).collect();
        assert!(colours.len() > board.game.threads().len(), "each thread has a colour of its own: {colours:?}");
    }
}

#[test]
fn at_every_size_each_thread_has_its_key_and_what_is_said_can_be_read() {
    for (id, keys) in [(DEADLOCK, "1121"), (SPURIOUS, "1122"), (WEAK, "1112")] {
        let mut board = board(id, keys);
        for width in [40, 51, 63, 64, 80, 120, 200] {
            for height in [16, 20, 24, 32, 60] {
                let screen = text(&drawn(&mut board, width, height));
                for thread in board.game.threads() {
                    let named = [" ", "‖", "▶", "·"].map(|sign| format!("{}{sign} {}", thread.key, thread.name));
                    assert!(
                        named.iter().any(|named| screen.contains(named.as_str())) || height < 24,
                        "{} at {width} x {height}\n{screen}",
                        thread.name
                    );
                }
                assert!(screen.contains("Just now ─") && screen.contains(" go   u undo"), "{screen}");
            }
        }
    }
}
