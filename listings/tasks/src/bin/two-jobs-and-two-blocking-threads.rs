//! Two jobs for `spawn_blocking`, on threads enough

use std::sync::mpsc;
use tokio::runtime::Builder;
use tokio::task::spawn_blocking;

fn main() {
    // ANCHOR: threads
    let mut builder = Builder::new_current_thread();
    let runtime = builder.max_blocking_threads(2).build().unwrap();
    // ANCHOR_END: threads
    let (sender, figures) = mpsc::channel();
    runtime.block_on(async {
        let report = spawn_blocking(move || {
            println!("report: needs a figure");
            let sold: u32 = figures.recv().unwrap();
            println!("report: {sold} tickets");
        });
        let till = spawn_blocking(move || sender.send(212).unwrap());
        till.await.unwrap();
        report.await.unwrap();
    });
}
