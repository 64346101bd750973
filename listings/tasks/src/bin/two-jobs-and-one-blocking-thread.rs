//! Two jobs for `spawn_blocking`, the first of which needs the second
//@ hangs

use std::sync::mpsc;
use tokio::runtime::Builder;
use tokio::task::spawn_blocking;

fn main() {
    // ANCHOR: jobs
    let mut builder = Builder::new_current_thread();
    let runtime = builder.max_blocking_threads(1).build().unwrap();
    let (sender, figures) = mpsc::channel();
    runtime.block_on(async {
        let report = spawn_blocking(move || {
            println!("report: needs a figure");
            let sold: u32 = figures.recv().unwrap();
            println!("report: {sold} tickets");
        });
        let till = spawn_blocking(move || sender.send(212).unwrap());
        till.await.unwrap();
        // ANCHOR_END: jobs
        report.await.unwrap();
    });
}
