//! Whether the memory of a program is watched, where that can be done, and how a program is linked for it.

use precompiled::{Function, functions, linked_by_way};
use rust_source::Source;
use toolchain::Compiler;

/// Whether memory can be watched here.
const CAN_WATCH: bool = cfg!(all(target_arch = "x86_64", target_os = "linux", target_env = "gnu"));

/// Whether the memory of a program has to be watched: what safe code does with it has been checked by the compiler.
pub fn is_watched(source: &str) -> bool {
    Source::read(source).tokens().iter().any(|token| token.text == "unsafe")
}

/// Why a program cannot be explored here, if its memory must be watched but cannot be on this system.
pub fn unwatchable(source: &str) -> Option<&'static str> {
    let why = "it has `unsafe`, and what that does to memory can only be seen on Linux with x86-64 and glibc";
    (!CAN_WATCH && is_watched(source)).then_some(why)
}

/// The linker arguments by which std's precompiled functions are intercepted. See tools/model-std/src/precompiled.rs.
///
/// # Errors
/// Where the compiler's libraries cannot be read.
pub fn linked(compiler: &Compiler) -> Result<String, String> {
    if !CAN_WATCH {
        return Ok(String::new());
    }
    let folder = compiler.sysroot.join("lib/rustlib").join(&compiler.host).join("lib");
    let all = functions(&folder).map_err(|error| error.to_string())?;
    Ok(linked_by_way(&Function::that_touch_memory(all)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MODEL;

    #[test]
    fn the_compiler_tells_of_each_access() {
        let compiler = Compiler::find(toolchain::tested::package()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let (source, object) = (folder.path().join("accesses.rs"), folder.path().join("accesses.o"));
        std::fs::write(&source, "pub fn store(to: &mut u32) { *to = 1; }\n").unwrap();
        let mut command = compiler.command();
        command.args(["--crate-type", "lib", "--emit", "obj"]).args(MODEL.flags).arg("-o").arg(&object).arg(&source);
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        let made = std::fs::read(&object).unwrap_or_default();
        let calls = |function: &str| made.windows(function.len()).any(|bytes| bytes == function.as_bytes());
        for function in ["__tsan_write4", "__tsan_func_entry", "__tsan_func_exit"] {
            assert!(
                output.status.success() && calls(function),
                "compiled with {:?}, an access calls no {function}. LLVM's passes may have other names now: look for \
                 `tsan` in llvm/lib/Passes/PassRegistry.def of the LLVM that `rustc -vV` names, for `force-attribute` \
                 in ForceFunctionAttrs.cpp, and fix MODEL in tools/explorer/src/explorer.rs\n{said}",
                MODEL.flags
            );
        }
    }
}
