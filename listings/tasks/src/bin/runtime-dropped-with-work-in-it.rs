//! A runtime is dropped while a task waits and a closure runs

use std::sync::mpsc::{self, Sender};
use tokio::runtime::Builder;
use tokio::sync::oneshot;

struct Form {
    _wanted: Sender<()>,
}

impl Drop for Form {
    fn drop(&mut self) {
        println!("form: dropped");
    }
}

fn main() {
    let (begin, begun) = mpsc::channel();
    let (wait, waits) = oneshot::channel();
    let (_wanted, form_gone) = mpsc::channel();
    let form = Form { _wanted };
    let runtime = Builder::new_current_thread().build().unwrap();
    // ANCHOR: main
    runtime.spawn(async {
        let _form = form;
        wait.send(()).unwrap();
        std::future::pending::<()>().await;
        println!("transfer: done");
    });
    runtime.spawn_blocking(move || {
        begin.send(()).unwrap();
        form_gone.recv().unwrap_err();
        println!("statement: printed");
    });
    begun.recv().unwrap();
    runtime.block_on(waits).unwrap();
    drop(runtime);
    println!("main: the runtime is gone");
    // ANCHOR_END: main
}
