//! Reads the panics out of what a program printed to standard error.

/// A panic as standard error reports it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panic {
    /// The name of the thread.
    pub thread: String,
    /// The line in the code shown; none where the place is in the library.
    pub line: Option<usize>,
    /// What it said.
    pub message: String,
}

/// The panics that a program's standard error reports, in their order.
pub fn panics(stderr: &str) -> Vec<Panic> {
    let mut panics: Vec<Panic> = Vec::new();
    let mut inside = false;
    for line in stderr.lines() {
        if let Some((thread, place)) = thread_and_place(line) {
            let line = place.strip_prefix("src/main.rs:").and_then(|place| place.split(':').next()?.parse().ok());
            panics.push(Panic { thread: thread.to_string(), line, message: String::new() });
            inside = true;
        } else if ends_message(line) {
            inside = false;
        } else if let Some(panic) = panics.last_mut().filter(|_| inside) {
            panic.message.push_str(line);
            panic.message.push('\n');
        }
    }
    for panic in &mut panics {
        panic.message.truncate(panic.message.trim_end().len());
    }
    panics
}

/// The part of a panic's message that standard error lets us recognise: there, an empty line looks like its end.
pub fn told_of(message: &str) -> String {
    let lines: Vec<&str> = message.lines().take_while(|line| !ends_message(line)).collect();
    lines.join("\n").trim_end().to_string()
}

fn ends_message(line: &str) -> bool {
    line.is_empty() || line.starts_with("note: ")
}

/// Of `thread 'main' (4711) panicked at src/main.rs:3:5:`.
fn thread_and_place(line: &str) -> Option<(&str, &str)> {
    let (thread, place) = line.strip_prefix("thread '")?.split_once(" panicked at ")?;
    Some((thread.rsplit_once("' (")?.0, place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_has_its_thread_its_line_and_its_whole_message() {
        let stderr = "\nthread 'main' (ID) panicked at src/main.rs:7:5:\nout of\npaper\n\
                      note: run with `RUST_BACKTRACE=1`\n\nthread 'x' (ID) panicked at /rustc/1/library/std/a.rs:9:5:\nboom\n";
        let told: Vec<_> = panics(stderr).into_iter().map(|panic| (panic.thread, panic.line, panic.message)).collect();
        let told: Vec<_> = told.iter().map(|(thread, line, message)| (&**thread, *line, &**message)).collect();
        assert_eq!(told, [("main", Some(7), "out of\npaper"), ("x", None, "boom")]);
    }

    #[test]
    fn words_are_the_same_whether_read_from_standard_error_or_known() {
        for words in ["boom", "out of\npaper", "first\n\nsecond", "a space behind ", "\nbelow", "", "note: this"] {
            let stderr = format!(
                "\nthread 'main' (ID) panicked at src/main.rs:7:5:\n{words}\nnote: run with `RUST_BACKTRACE=1`\n"
            );
            assert_eq!(panics(&stderr)[0].message, told_of(words), "{words:?}");
        }
    }
}
