//! `mem::forget` is safe, and what it was given is never freed
//@ returns: 3
//@ leaks: 7, 3 bytes

fn main() {
    let jar =
        vec![1_u8, 2, 3];
    println!("{}", unsafe { jar.as_ptr().add(2).read() });
    std::mem::forget(jar);
}
