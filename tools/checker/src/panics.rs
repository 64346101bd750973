//! Reads the panics out of what a program printed to standard error.

/// A panic as standard error tells it.
pub struct Panic {
    /// The name of the thread.
    pub thread: String,
    /// The line in the code shown; none where the place is in the library.
    pub line: Option<usize>,
    /// What it said.
    pub message: String,
}

/// The panics that a program's standard error tells of, in their order.
pub fn panics(stderr: &str) -> Vec<Panic> {
    let mut panics: Vec<Panic> = Vec::new();
    let mut inside = false;
    for line in stderr.lines() {
        if let Some((thread, place)) = thread_and_place(line) {
            let line = place.strip_prefix("src/main.rs:").and_then(|place| place.split(':').next()?.parse().ok());
            panics.push(Panic { thread: thread.to_string(), line, message: String::new() });
            inside = true;
        } else if line.is_empty() || line.starts_with("note: ") {
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
}
