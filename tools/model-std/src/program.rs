//! A listing's `main` as a program to explore.

use crate::dropping::aborts_if_it_panics;
use crate::own::Own;
use crate::place::{is_of_a_library, line};
use interleavings::objects::thread::Operation;
use interleavings::{End, Operation as Any, Panic, Panics, catch, end_of_main, outside, panic_begins, say};
use std::any::Any as Anything;
use std::eprintln;
use std::panic::{PanicHookInfo, set_hook, take_hook};
use std::sync::Once;

/// The body of the main thread: runs `main`, and ends the program when that returns or panics.
pub fn program(main: fn()) -> Box<dyn FnOnce()> {
    static HOOK: Once = Once::new();
    outside(|| {
        HOOK.call_once(|| {
            let otherwise = take_hook();
            set_hook(Box::new(move |panic| {
                outside(|| {
                    // Of a listing: its words are a step, and are printed by nobody. But a second panic may be one that
                    // aborts, as in std, and then these are the last words of the process.
                    let taken = panic_begins(&message(panic.payload()), panic.location().map_or(0, line));
                    match taken {
                        Panics::Thread => {}
                        Panics::Again => say_that_it_may_abort(panic),
                        Panics::Nobody => otherwise(panic),
                    }
                });
            }));
        })
    });
    // What std keeps for a thread of the system is made before a listing's memory is used for it.
    outside(|| drop(std::thread::current()));
    Box::new(move || {
        Own::with(|| {
            let ended = catch(main);
            let words = ended.as_ref().err().map(|(payload, _)| message(&**payload));
            let mut last = match ended {
                Ok(()) => None,
                Err((payload, panic)) => {
                    aborts_if_it_panics("of what `main` panics with", || drop(payload));
                    Some(panic)
                }
            };
            if let Some(panic) = last.as_mut().filter(|_| crate::thread_local::are_there()) {
                say(panic);
            }
            crate::thread_local::drop_all_at_the_end();
            let line = last_line(last.as_ref());
            let how = || outside(|| words.as_deref().map_or(End::Returned, |words| End::Panicked(words.to_string())));
            end_of_main(how, line, || last_step(last.as_ref()), crate::thread_local::left);
        });
    })
}

/// A second panic in a thread that panics already may be caught, and is nothing then. If it is not, these words are all
/// that is known of why there is no answer.
fn say_that_it_may_abort(panic: &PanicHookInfo<'_>) {
    let Some(at) = panic.location().filter(|at| !is_of_a_library(at.file())) else { return };
    let (line, words) = (at.line(), message(panic.payload()));
    eprintln!("line {line}: this panics with `{words}` during another panic, which makes std abort the program");
}

/// The line of the last step of a thread.
pub(crate) fn last_line(panic: Option<&Panic>) -> u32 {
    panic.filter(|panic| !panic.said).map_or(0, |panic| panic.line)
}

/// The last step of a thread: its panic, if that has not been a step yet, and otherwise its end.
pub(crate) fn last_step(panic: Option<&Panic>) -> Any {
    Any::Thread(match panic {
        Some(panic) if !panic.said => Operation::Panic { message: panic.message.as_str().into(), ends: true },
        _ => Operation::End,
    })
}

/// The words of a panic.
pub(crate) fn message(payload: &(dyn Anything + Send)) -> String {
    match (payload.downcast_ref::<&str>(), payload.downcast_ref::<String>()) {
        (Some(words), _) => (*words).to_string(),
        (_, Some(words)) => words.clone(),
        _ => "Box<dyn Any>".to_string(),
    }
}
