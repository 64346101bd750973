//! A choice between two branches that are ready, looked at from top to bottom

#[tokio::main(flavor = "current_thread")]
async fn main() {
    // ANCHOR: select
    tokio::select! {
        biased;
        () = async {} => println!("closing"),
        () = async {} => println!("order"),
    }
    // ANCHOR_END: select
}
