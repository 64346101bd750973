//! Writes a small function for each function of std that comes compiled: it tells what that does to memory, and goes on to
//! it. See `src/precompiled.rs`.

use precompiled::{Bytes, Function, Touched, functions};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = env::var("TARGET").expect("Cargo says for what this is built");
    let met = if target == "x86_64-unknown-linux-gnu" { met(&target) } else { Vec::new() };
    let folder = PathBuf::from(env::var("OUT_DIR").expect("Cargo says where to write"));
    keep(&folder.join("precompiled.s"), &assembly(&met));
    keep(&folder.join("precompiled_table.rs"), &table(&met));
}

/// Writes a file; without it nothing can be built.
fn keep(file: &Path, text: &str) {
    fs::write(file, text).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
}

/// The functions that are met on the way to them.
fn met(target: &str) -> Vec<(Function, Touched)> {
    let rustc = env::var("RUSTC").expect("Cargo says which compiler builds this");
    let said = Command::new(rustc).arg("--print=sysroot").output().expect("the compiler says where it is");
    let sysroot =
        PathBuf::from(String::from_utf8(said.stdout).expect("the compiler's folder has a name in UTF-8").trim());
    let all = functions(&sysroot.join("lib/rustlib").join(target).join("lib"));
    Function::that_touch_memory(all.unwrap_or_else(|why| panic!("std's functions cannot be read: {why}")))
}

/// For each function one that bears its name with `__wrap_` before it.
fn assembly(met: &[(Function, Touched)]) -> String {
    let mut text = String::new();
    for (number, (Function { symbol, .. }, _)) in met.iter().enumerate() {
        // A string takes what is written to it. Only what is linked with `--wrap` has the real function, hence the weak
        // reference.
        let _ = write!(
            text,
            ".section .text.__wrap_{symbol},\"ax\",@progbits\n.globl __wrap_{symbol}\n.type __wrap_{symbol},@function\n\
             .weak __real_{symbol}\n__wrap_{symbol}:\n    mov r11d, {number}\n    \
             mov r10, qword ptr [rip + __real_{symbol}@GOTPCREL]\n    jmp every_interleaving_meets_precompiled\n"
        );
    }
    text
}

/// What each of them touches, by its number.
fn table(met: &[(Function, Touched)]) -> String {
    let mut text = format!(
        "/// The functions that are met, with what they touch; nothing where nobody has looked.\n\
         static MET: [Met; {}] = [\n",
        met.len()
    );
    for (Function { name, .. }, touched) in met {
        let touches = match touched {
            Touched::These(these) => {
                let one = |(does, bytes): &(_, Bytes)| format!("(Does::{does:?}, Bytes::{bytes:?})");
                format!("Some(&[{}])", these.iter().map(one).collect::<Vec<_>>().join(", "))
            }
            Touched::Nothing | Touched::Unknown => "None".to_string(),
        };
        let _ = writeln!(text, "    Met {{ name: {name:?}, touches: {touches} }},");
    }
    text + "];\n"
}
