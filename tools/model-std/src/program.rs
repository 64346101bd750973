//! A listing's `main` as a program to explore.

use crate::place::line;
use crate::shared::next_execution;
use interleavings::{End, ObjectId, Panic, Panics, Step, ThreadId, Verb, catch, end, panic_begins};
use std::any::Any;
use std::panic::{set_hook, take_hook};
use std::sync::Once;

/// The body of the main thread: runs `main`, and ends the program when that returns or panics.
pub fn program(main: fn()) -> Box<dyn FnOnce()> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let otherwise = take_hook();
        set_hook(Box::new(move |panic| {
            // Of a listing: its words are a step, and are printed by nobody. But a second panic may be one that aborts,
            // as in std, and then these are the last words of the process.
            let taken = panic_begins(message(panic.payload()), panic.location().map_or(0, line));
            if taken != Panics::Thread {
                otherwise(panic);
            }
        }));
    });
    Box::new(move || {
        next_execution();
        let (how, last) = match catch(main) {
            Ok(()) => (End::Returned, last_step(None, ThreadId::MAIN)),
            Err((payload, panic)) => {
                (End::Panicked(message(&*payload)), last_step(Some((message(&*payload), panic)), ThreadId::MAIN))
            }
        };
        end(how, last);
    })
}

/// The last step of a thread: its panic, if that has not been a step yet, and else its end.
pub(crate) fn last_step(panic: Option<(String, Panic)>, thread: ThreadId) -> Step {
    let (verb, line) = match panic {
        Some((message, panic)) if !panic.said => (Verb::Panic(message), panic.line),
        _ => (Verb::End, 0),
    };
    Step::with(verb, ObjectId::Thread(thread), line)
}

/// The words of a panic.
pub(crate) fn message(payload: &(dyn Any + Send)) -> String {
    match (payload.downcast_ref::<&str>(), payload.downcast_ref::<String>()) {
        (Some(words), _) => (*words).to_string(),
        (_, Some(words)) => words.clone(),
        _ => "Box<dyn Any>".to_string(),
    }
}
