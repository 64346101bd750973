//! Runs the program that explores, and kills it if it takes far too long.

use std::io::{self, Read};
use std::process::{Command, Output, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// What the program printed and how it ended; `None` if it was still running after this long and was killed.
pub fn run(command: &mut Command, limit: Duration) -> io::Result<Option<Output>> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let (stdout, stderr) = (collect(child.stdout.take()), collect(child.stderr.take()));
    // Its standard output is at an end when the program is: it has no children.
    let Ok(stdout) = stdout.recv_timeout(limit) else {
        child.kill()?;
        child.wait()?;
        return Ok(None);
    };
    let status = child.wait()?;
    Ok(Some(Output { status, stdout, stderr: stderr.recv().unwrap_or_default() }))
}

/// All that comes out of the pipe, once it is at an end. Both pipes are read at the same time, so that neither fills
/// up.
fn collect(pipe: Option<impl Read + Send + 'static>) -> mpsc::Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // What cannot be read is missing in the answer, which is then told as one that cannot be read.
            let _ = pipe.read_to_end(&mut bytes);
        }
        // Anyone who asked may have given up.
        let _ = sender.send(bytes);
    });
    receiver
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Says to the program of these tests, run by one of them, that it is to play a program that explores.
    const PLAY: &str = "PLAY_AN_EXPLORING_PROGRAM";

    /// The program of these tests, which runs the test of this name and plays.
    fn playing(test: &str) -> Command {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "--nocapture", &format!("run::tests::{test}")]).env(PLAY, "");
        command
    }

    #[test]
    fn a_program_that_never_ends_is_ended() {
        if std::env::var_os(PLAY).is_some() {
            loop {
                thread::park();
            }
        }
        let ended = run(&mut playing("a_program_that_never_ends_is_ended"), Duration::ZERO);
        assert!(ended.unwrap().is_none());
    }

    #[test]
    fn what_a_program_prints_is_told_whole() {
        let all = "more than a pipe holds ".repeat(10_000);
        if std::env::var_os(PLAY).is_some() {
            eprintln!("{all}");
            println!("{all}");
            return;
        }
        let told = run(&mut playing("what_a_program_prints_is_told_whole"), Duration::MAX).unwrap().unwrap();
        assert!(told.status.success());
        assert!(String::from_utf8(told.stdout).unwrap().contains(&all));
        assert!(String::from_utf8(told.stderr).unwrap().contains(&all));
    }
}
