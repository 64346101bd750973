//! Without a build script, Cargo takes no notice of build-dependencies.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
}
