//! Runs the program that explores, and reads its answer.

use crate::run::run;
use crate::watched::{is_watched, unwatchable};
use report::{Report, TOO_MANY_STATES};
use std::path::Path;
use std::process::{Command, ExitStatus};
use std::time::Duration;

/// How long exploring one program may take. The largest needs seconds, even on a machine under load; one that loops for
/// ever between two steps would never finish.
pub const LIMIT: Duration = Duration::from_secs(300);

/// Why there is no answer.
#[derive(Debug)]
pub enum Unanswered {
    /// The program does not run.
    NotRun(String),
    /// It was not done in time.
    TooLong,
    /// The program has more states than the search was allowed.
    TooMany(String),
    /// It says why it cannot.
    Cannot(String),
    /// Its answer cannot be read.
    Unreadable(String),
}

/// The reason given if a stack overflows.
const OF_STACKS: &str = "it overflows a stack, as endless recursion does. When explored, `main` has 16 MiB for it and \
                         each other thread 4 MiB, whatever `Builder::stack_size` says";

/// Whether a program was killed for writing where it may not. A safe program does so only at the end of a stack.
#[cfg(unix)]
fn has_used_up_a_stack(status: ExitStatus) -> bool {
    // SIGSEGV, and SIGBUS, as some systems have it.
    std::os::unix::process::ExitStatusExt::signal(&status).is_some_and(|signal| [11, 7, 10].contains(&signal))
}

/// As above: the status by which Windows reports a stack's end.
#[cfg(not(unix))]
fn has_used_up_a_stack(status: ExitStatus) -> bool {
    [Some(0xC000_00FD_u32.cast_signed()), Some(0xC000_0005_u32.cast_signed())].contains(&status.code())
}

/// What the program says about the listing with this name and source, given these arguments.
pub fn ask(program: &Path, name: &str, source: &str, how: &[&str]) -> Result<Report, Unanswered> {
    let mut command = Command::new(program);
    let watched = is_watched(source).then_some("watched");
    if let Some(why) = unwatchable(source) {
        return Err(Unanswered::Cannot(why.to_string()));
    }
    command.arg(name).args(how).args(watched).env("RUST_BACKTRACE", "0");
    let output = run(&mut command, LIMIT).map_err(|error| Unanswered::NotRun(error.to_string()))?;
    let output = output.ok_or(Unanswered::TooLong)?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr).trim().to_string();
        let why = match why.is_empty() {
            true if has_used_up_a_stack(output.status) => OF_STACKS.to_string(),
            true => format!("the exploring program ended with {}", output.status),
            false => why,
        };
        return Err(match output.status.code() == Some(TOO_MANY_STATES.into()) {
            true => Unanswered::TooMany(why),
            false => Unanswered::Cannot(why),
        });
    }
    serde_json::from_slice(&output.stdout).map_err(|error| Unanswered::Unreadable(error.to_string()))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::process::ExitStatusExt;

    #[test]
    fn that_a_stack_is_used_up_is_said_in_words() {
        let ended_by = |signal: &str| match ask(Path::new("sh"), "-c", "", &[&format!("kill -{signal} $$")]) {
            Err(Unanswered::Cannot(why)) => why,
            other => panic!("{other:?}"),
        };
        assert!(ended_by("SEGV").starts_with("it overflows a stack"));
        assert!(ended_by("KILL").contains("signal: 9"));
        assert!(!has_used_up_a_stack(ExitStatus::from_raw(0)));
    }
}
