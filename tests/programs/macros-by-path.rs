//! Macros of std can be called by their paths
//@ returns: true 14 true

fn main() {
    let panicked = std::panic::catch_unwind(|| std::panic!("{}", 1)).is_err();
    let at = std::column!();
    std::debug_assert_ne!(1, 2);
    println!("{panicked} {at} {}", std::cfg!(debug_assertions));
}
