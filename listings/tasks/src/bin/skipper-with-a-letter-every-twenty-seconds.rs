//! A skipper sends a letter every twenty seconds

use std::io::Result;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Duration, Instant, sleep, timeout};

fn high_water(harbour: &str) -> &'static str {
    match harbour {
        "Brest" => "06:10\n",
        "Dover" => "11:25\n",
        _ => "unknown\n",
    }
}

// ANCHOR: serve
async fn serve(mut skipper: TcpStream) -> Result<()> {
    let (reader, mut writer) = skipper.split();
    let mut lines = BufReader::new(reader).lines();
    while let Ok(line) = timeout(Duration::from_secs(30), lines.next_line()).await {
        let Some(harbour) = line? else { return Ok(()) };
        println!("server: {harbour}");
        writer.write_all(high_water(&harbour).as_bytes()).await?;
    }
    println!("server: hangs up");
    Ok(())
}
// ANCHOR_END: serve

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> Result<()> {
    let start = Instant::now();
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let mut ada = TcpStream::connect(listener.local_addr()?).await?;
    let server = tokio::spawn(serve(listener.accept().await?.0));
    let letters = tokio::spawn(async move {
        for letter in ["B", "r", "e", "s", "t", "\n"] {
            sleep(Duration::from_secs(20)).await;
            if ada.write_all(letter.as_bytes()).await.is_err() {
                break;
            }
        }
    });
    let ended = server.await.unwrap();
    println!("main: after {} s", start.elapsed().as_secs());
    letters.await.unwrap();
    ended
}
