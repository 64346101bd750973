//! Runs a program under a time limit, in a fixed environment, and kills all of it when the limit is over.

use process_wrap::std::{ChildWrapper, CommandWrap};
use std::io::{self, Read};
use std::path::Path;
use std::process::Stdio;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// By itself, with this status; none where a signal ended it.
    Exited(Option<i32>),
    /// It was killed, because it was still there when it had been watched for long enough.
    Killed,
    /// It was killed, because it had printed more than a listing prints.
    PrintedTooMuch,
}

/// What a run printed, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// All of its standard output, or all up to its end.
    pub stdout: String,
    /// Likewise for standard error.
    pub stderr: String,
    /// How it ended.
    pub end: End,
}

/// 1 MiB. Output beyond this is not kept, and the program is killed: no listing prints that much, an endless loop does.
const MOST_OUTPUT: usize = 1 << 20;

/// Runs `program` with these arguments and environment variables in `folder` until it exits, or until `enough` says so of its output so far and the time since its
/// start.
pub fn run(
    program: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
    folder: &Path,
    mut enough: impl FnMut(&str, Duration) -> bool,
) -> io::Result<Run> {
    let mut child = start(program, arguments, variables, folder)?;
    let stdout = Arc::new(Mutex::new(Vec::new()));
    let stderr = Arc::new(Mutex::new(Vec::new()));
    let readers = [
        child.stdout().take().map(|pipe| collect(pipe, &stdout)),
        child.stderr().take().map(|pipe| collect(pipe, &stderr)),
    ];
    let started = Instant::now();
    let mut pause = Duration::from_micros(500);
    let end = loop {
        if let Some(status) = child.try_wait()? {
            break End::Exited(status.code());
        }
        let so_far = printed(&stdout);
        if so_far.len() >= MOST_OUTPUT {
            break End::PrintedTooMuch;
        }
        if enough(&so_far, started.elapsed()) {
            break End::Killed;
        }
        // Only how often we look; what is decided does not depend on it.
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    };
    // Even after an exit: a process that it left behind would hold the pipes open. That there is none left is no error.
    let _ = child.start_kill();
    let _ = child.wait();
    for reader in readers.into_iter().flatten() {
        let _ = reader.join();
    }
    let (stdout, stderr) = (printed(&stdout), printed(&stderr));
    // Also where it ended by itself before we looked: what was kept is not all of it.
    let end = if stdout.len().max(stderr.len()) >= MOST_OUTPUT { End::PrintedTooMuch } else { end };
    Ok(Run { stdout, stderr, end })
}

fn start(
    program: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
    folder: &Path,
) -> io::Result<Box<dyn ChildWrapper>> {
    let mut command = CommandWrap::with_new(program, |command| {
        command.args(arguments).current_dir(folder).env_clear().env("RUST_BACKTRACE", "0").env("NO_COLOR", "1");
        // Windows finds its own libraries by these.
        for variable in ["PATH", "SystemRoot", "TEMP", "TMP"] {
            if let Some(value) = std::env::var_os(variable) {
                command.env(variable, value);
            }
        }
        command.envs(variables.iter().copied());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    });
    #[cfg(unix)]
    command.wrap(process_wrap::std::ProcessGroup::leader());
    #[cfg(windows)]
    command.wrap(process_wrap::std::JobObject);
    command.spawn()
}

fn collect(mut pipe: impl Read + Send + 'static, into: &Arc<Mutex<Vec<u8>>>) -> thread::JoinHandle<()> {
    let into = Arc::clone(into);
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(length @ 1..) = pipe.read(&mut buffer) {
            let mut kept = into.lock().unwrap_or_else(PoisonError::into_inner);
            let room = MOST_OUTPUT - kept.len().min(MOST_OUTPUT);
            kept.extend_from_slice(&buffer[..length.min(room)]);
        }
    })
}

fn printed(bytes: &Mutex<Vec<u8>>) -> String {
    String::from_utf8_lossy(&bytes.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
}
