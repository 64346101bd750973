//! A listing's `main` as a program to explore.

use crate::place::line;
use crate::shared::next_execution;
use interleavings::{End, ObjectId, Step, ThreadId, Verb, exit};
use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    static PANICKED_AT: Cell<u32> = const { Cell::new(0) };
}

/// The line of the panic that was last.
pub(crate) fn line_of_panic() -> u32 {
    PANICKED_AT.get()
}

/// The body of the main thread: runs `main`, and ends the program when that returns or panics.
pub fn program(main: fn()) -> Box<dyn FnOnce()> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let otherwise = take_hook();
        set_hook(Box::new(move |panic| match panic.location() {
            // Of a listing: its words are a step, and are printed by nobody.
            Some(at) if interleavings::is_running() => PANICKED_AT.set(line(at)),
            _ => otherwise(panic),
        }));
    });
    Box::new(move || {
        next_execution();
        let ended = catch_unwind(AssertUnwindSafe(main));
        if interleavings::is_over() {
            // The execution was abandoned, and the panic is the one by which it is dropped.
            ended.unwrap_or_else(|payload| resume_unwind(payload));
            return;
        }
        let own = ObjectId::Thread(ThreadId::MAIN);
        match ended {
            Ok(()) => exit(End::Returned, Step::with(Verb::End, own, 0)),
            Err(payload) => {
                let message = message(&*payload);
                exit(End::Panicked(message.clone()), Step::with(Verb::Panic(message), own, line_of_panic()));
            }
        }
    })
}

/// The words of a panic.
pub(crate) fn message(payload: &(dyn Any + Send)) -> String {
    match (payload.downcast_ref::<&str>(), payload.downcast_ref::<String>()) {
        (Some(words), _) => (*words).to_string(),
        (_, Some(words)) => words.clone(),
        _ => "Box<dyn Any>".to_string(),
    }
}
