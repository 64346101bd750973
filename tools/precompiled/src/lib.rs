//! Which functions of std come compiled with Rust, and what they do to the memory passed to them.
//!
//! What is generic in std is compiled with anyone who uses it, and so with the instrumentation that reports each
//! access. The rest is in the libraries that are installed with the compiler, and reports nothing: `println!("{}",
//! *guard)` has `<u32 as Display>::fmt` read what the guard protects. So the linker's `--wrap` intercepts each such function: a reference to `f` becomes one to `__wrap_f`, and `f` itself is called `__real_f`.
//!
//! ```text
//! the compiler's libraries ──▶ their functions ──▶ what each does to memory, by its name ──▶ one to be met, or not
//! ```

#[cfg(feature = "libraries")]
mod libraries;
mod names;

#[cfg(feature = "libraries")]
pub use libraries::functions;
pub use names::{Bytes, Does, Touched, touched};

/// A function that comes compiled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Function {
    /// The name by which it is linked.
    pub symbol: String,
    /// Its name in Rust: `<u32 as core::fmt::Display>::fmt`.
    pub name: String,
}

/// Functions of the language C that compiled code calls by itself, such as for `==` of two slices of bytes.
const OF_C: [&str; 3] = ["memcmp", "bcmp", "strlen"];

impl Function {
    /// Those of them that do something to memory that must be known, or may do so.
    pub fn that_touch_memory(functions: Vec<Function>) -> Vec<(Function, Touched)> {
        let of_c = OF_C.iter().map(|name| Function { symbol: (*name).to_string(), name: (*name).to_string() });
        let all = of_c.chain(functions).map(|function| {
            let touched = touched(&function.name);
            (function, touched)
        });
        all.filter(|(_, touched)| *touched != Touched::Nothing).collect()
    }
}

/// The linker arguments by which these functions are intercepted.
pub fn linked_by_way(functions: &[(Function, Touched)]) -> String {
    functions.iter().map(|(function, _)| format!("--wrap={}\n", function.symbol)).collect()
}

#[cfg(all(test, feature = "libraries"))]
mod tests {
    use super::*;
    use toolchain::Compiler;

    #[test]
    fn the_pinned_compiler_has_the_functions_that_are_known() {
        let compiler = Compiler::find(toolchain::tested::package()).unwrap();
        let folder = compiler.sysroot.join("lib/rustlib").join(&compiler.host).join("lib");
        let all = functions(&folder).unwrap();
        for name in [
            "<u32 as core::fmt::Display>::fmt",
            "<str as core::fmt::Display>::fmt",
            "<alloc::string::String as core::clone::Clone>::clone",
            "core::str::converts::from_utf8",
            "core::panicking::panic_fmt",
        ] {
            assert!(all.iter().any(|function| function.name == name), "no {name}: has std renamed it?");
        }
        let unknown = all.iter().filter(|function| touched(&function.name) == Touched::Unknown).count();
        println!("{} functions, {unknown} of them unknown", all.len());
    }
}
