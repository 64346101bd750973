//! The key of each thread: the same for the whole program, whichever threads exist at the moment.

/// The error that there are more threads than keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooManyThreads {
    /// How many threads the program has.
    pub threads: usize,
}

impl std::fmt::Display for TooManyThreads {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "it has {} threads, but there are keys for only {MOST}", self.threads)
    }
}

impl std::error::Error for TooManyThreads {}

/// How many threads can have a key.
pub const MOST: usize = 9 + 26;

/// A key for each thread: `1` for main and up to `9` in the order in which the evidence has them, as on the board of a
/// page; then capitals, which no command uses.
///
/// # Errors
/// Where there are more threads than keys.
pub fn keys(threads: usize) -> Result<Vec<char>, TooManyThreads> {
    match threads {
        ..=MOST => Ok(('1'..='9').chain('A'..='Z').take(threads).collect()),
        _ => Err(TooManyThreads { threads }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_thread_has_a_key_of_its_own_and_no_command_has_it() {
        let all = keys(MOST).unwrap();
        assert_eq!(all.iter().collect::<String>(), "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        assert_eq!(keys(3).unwrap(), ['1', '2', '3']);
        assert!(all.iter().all(|key| !key.is_ascii_lowercase()));
    }

    #[test]
    fn a_program_with_more_threads_than_keys_is_refused() {
        assert_eq!(keys(36).unwrap_err().to_string(), "it has 36 threads, but there are keys for only 35");
    }
}
