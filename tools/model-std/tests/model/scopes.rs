//! What a scope waits for, and what its threads and their handles leave to one another.

use crate::explored::{outcomes, prints, set};
use interleavings::End;
use model_std::sync::Mutex;
use model_std::{print, thread};

#[test]
fn a_scope_ends_also_if_a_handle_is_dropped_while_its_thread_has_nothing_left_to_do() {
    fn main() {
        let lock = Mutex::new(());
        thread::scope(|scope| {
            let handle = scope.spawn(|| ());
            drop(lock.lock());
            drop(handle);
        });
        print!("after");
    }
    assert_eq!(outcomes(main), [("after".to_string(), End::Returned)].into());
}

#[test]
fn who_lets_go_of_a_result_last_drops_it_the_thread_or_its_handle() {
    struct Result;
    impl Drop for Result {
        fn drop(&mut self) {
            print!("by {} ", thread::current().name().unwrap_or("the thread"));
        }
    }
    fn main() {
        let lock = Mutex::new(());
        thread::scope(|scope| {
            let handle = scope.spawn(|| {
                drop(lock.lock());
                Result
            });
            drop(lock.lock());
            drop(handle);
            print!("dropped ");
        });
        print!("after");
    }
    // The scope waits for the drop, and not for more.
    let by_thread = ["dropped by the thread after", "by the thread dropped after"];
    assert_eq!(prints(main), set(["by main dropped after", by_thread[0], by_thread[1]]));
}
