//! What is in each part of the board but the code, as lines.

use crate::Board;
use crate::board::Message;
use crate::code::sign;
use crate::text::{cut, hung, wrapped};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use scheduler::{Life, Thread};

/// Name and score, and below them the goal.
pub fn head(board: &Board, width: u16) -> Vec<Line<'static>> {
    let game = &board.game;
    let (name, score) = (&game.program().name, game.score());
    let free = usize::from(width).saturating_sub(Span::raw(&score).width());
    let mut lines = match free.checked_sub(Span::raw(name).width()).filter(|between| *between > 1) {
        Some(between) => vec![Line::from(vec![
            Span::styled(name.clone(), board.palette.strong()),
            Span::raw(" ".repeat(between)),
            Span::raw(score),
        ])],
        None => {
            let score = wrapped(&score, width, "  ").into_iter().map(Line::from);
            [Line::styled(cut(name, width), board.palette.strong())].into_iter().chain(score).collect()
        }
    };
    let goal = game.goal();
    let gone = if game.is_gone(goal) { "; it can’t be reached any more" } else { "" };
    let mark = if game.has_reached(goal) { "✓ " } else { "" };
    let words = format!("{mark}{}: {}{gone}", game.name(goal), game.what(goal));
    lines.extend(hung(vec![Span::styled("Goal: ", board.palette.strong())], &words, Style::new(), width));
    lines
}

/// Each thread with its key and what it would do.
pub fn threads(board: &Board, width: u16) -> Vec<Line<'static>> {
    let next = board.game.next_shown();
    let threads = board.game.threads();
    threads.iter().enumerate().flat_map(|(place, it)| thread(board, place, it, next, width)).collect()
}

fn thread(board: &Board, place: usize, thread: &Thread, next: Option<usize>, width: u16) -> Vec<Line<'static>> {
    let Thread { key, name, life, does, holds, wanted_by, offers, .. } = thread;
    let style = match life {
        Life::CanGo | Life::Waits | Life::Undefined => Style::new(),
        Life::NotStarted | Life::Ended | Life::CutOff => board.palette.faint(),
    };
    let mark = |step: Option<usize>| if step.is_some() && step == next { " ◀ next" } else { "" };
    let own = Span::styled(format!("{key}{} ", sign(*life)), board.palette.thread(place));
    let ordinary = offers.iter().find(|offer| offer.kind.is_none()).map(|offer| offer.step);
    let mut lines = hung(vec![own], &format!("{name} {does}{}", mark(ordinary)), style, width);
    for other in offers.iter().filter(|offer| offer.kind.is_some()) {
        let (beginning, words) = match &other.rarely {
            Some(what) => ("   rarely: ", what),
            None => ("   or: ", &other.words),
        };
        lines.extend(hung(
            vec![Span::raw(beginning)],
            &format!("{words}{}", mark(Some(other.step))),
            Style::new(),
            width,
        ));
    }
    if !holds.is_empty() {
        let wait = if wanted_by.len() == 1 { "waits" } else { "wait" };
        let wanted = match &wanted_by[..] {
            [] => String::new(),
            names if holds.len() == 1 => format!(", for which {} {wait}", names.join(" and ")),
            names => format!(", for one of which {} {wait}", names.join(" and ")),
        };
        let words = format!("holds {}{wanted}", holds.join(" and "));
        lines.extend(hung(vec![Span::raw("   ")], &words, Style::new(), width));
    }
    lines
}

/// What has been printed.
pub fn output(board: &Board, width: u16) -> Vec<Line<'static>> {
    let printed = board.game.printed();
    if printed.is_empty() {
        let nothing = if board.game.end().is_some() { "nothing" } else { "nothing yet" };
        return vec![Line::styled(nothing, board.palette.faint())];
    }
    printed.lines().flat_map(|line| wrapped(&scheduler::words::visible(line), width, "  ")).map(Line::from).collect()
}

/// What has been written to each atomic.
pub fn memory(board: &Board, width: u16) -> Vec<Line<'static>> {
    let histories = board.game.histories();
    if histories.is_empty() {
        return vec![Line::styled("no atomic has been used yet", board.palette.faint())];
    }
    histories.iter().flat_map(|line| wrapped(line, width, "    ")).map(Line::from).collect()
}

/// Each outcome, whether it is found, and whether it can still come.
pub fn outcomes(board: &Board, width: u16) -> Vec<Line<'static>> {
    let game = &board.game;
    let outcome = |place: usize| {
        let goal = if place == game.goal() { "▶" } else { " " };
        let (found, style) = match game.has_reached(place) {
            true => ("✓", board.palette.good()),
            false => ("·", board.palette.faint()),
        };
        let gone = if game.is_gone(place) { "; can’t be reached any more" } else { "" };
        let beginning = vec![
            Span::styled(goal, board.palette.strong()),
            Span::styled(found, style),
            Span::raw(format!(" {} ", place + 1)),
        ];
        hung(beginning, &format!("{}{gone}", game.what(place)), Style::new(), width)
    };
    (0..game.program().found.outcomes.len()).flat_map(outcome).collect()
}

/// The steps so far.
pub fn steps(board: &Board, width: u16) -> Vec<Line<'static>> {
    let steps = board.game.steps();
    if steps.is_empty() {
        return vec![Line::styled("none yet", board.palette.faint())];
    }
    steps.iter().flat_map(|step| wrapped(step, width, "     ")).map(Line::from).collect()
}

/// The last message; at an end, what has been reached and why.
pub fn message(board: &Board, width: u16) -> (&'static str, Vec<Line<'static>>) {
    let names = &board.game.program().found.threads;
    let paragraph = |said: &[String], style: Style| -> Vec<Line<'static>> {
        wrapped(&sentences(said, names), width, "").into_iter().map(|line| Line::styled(line, style)).collect()
    };
    let (Message::Turn(said) | Message::Answer(said)) = &board.message;
    let Some(end) = board.game.end() else {
        let weak = board.game.is_weak() && !said.iter().any(|it| it.starts_with(UNEXPLAINED));
        let weak = weak.then(|| format!("{UNEXPLAINED} this any more"));
        let said: Vec<String> = said.iter().cloned().chain(weak).chain(board.game.fate()).collect();
        return ("Just now", paragraph(&said, Style::new()));
    };
    let goal = end.is_goal.then(|| "You have reached your goal".to_string());
    let left = board.game.all_found().filter(|_| end.is_goal);
    let verdict: Vec<String> = [Some(end.verdict), goal, left].into_iter().flatten().collect();
    let style = if end.is_goal { board.palette.good() } else { board.palette.strong() };
    let answer = if matches!(board.message, Message::Answer(_)) { paragraph(said, Style::new()) } else { Vec::new() };
    let why = paragraph(&end.words, Style::new());
    ("The end", [answer, paragraph(&verdict, style), why].concat())
}

/// The words for something that only weak memory permits.
const UNEXPLAINED: &str = "No order of steps explains";

/// Sentences one after the other, each with a capital unless it begins with a thread's name, and a full stop.
fn sentences(all: &[String], names: &[String]) -> String {
    let sentence = |text: &String| {
        let is_name = names.iter().any(|name| text.starts_with(name.as_str()));
        let mut letters = text.chars();
        let first =
            letters.next().map(|first| if is_name { first.to_string() } else { first.to_uppercase().to_string() });
        format!("{}{}.", first.unwrap_or_default(), letters.as_str())
    };
    all.iter().map(sentence).collect::<Vec<_>>().join(" ")
}

/// The keys, as many as there is room for, the most important first.
pub fn keys(board: &Board, width: u16) -> Line<'static> {
    let last = board.game.program().found.threads.len() - 1;
    let all = match last {
        0 => board.game.key(0).to_string(),
        _ => format!("{}–{}", board.game.key(0), board.game.key(last)),
    };
    let keys = [
        (all, "go"),
        ("u".into(), "undo"),
        ("r".into(), "restart"),
        ("h".into(), "help"),
        ("q".into(), "quit"),
        ("g".into(), "goal"),
        ("s".into(), "show"),
        ("o".into(), "outcomes"),
        ("a".into(), "atomics"),
    ];
    let keys = keys.into_iter().filter(|(key, _)| key != "a" || board.game.has_histories());
    let mut spans: Vec<Span> = Vec::new();
    let mut used = 0;
    for (key, what) in keys {
        let next = [Span::styled(key, board.palette.strong()), Span::raw(format!(" {what}   "))];
        used += next.iter().map(Span::width).sum::<usize>();
        if used > usize::from(width) + 3 {
            break;
        }
        spans.extend(next);
    }
    Line::from(spans)
}
