//! Handing letters over to a mail server, and what its answer means.

use std::time::Duration;

use lettre::message::Mailbox;
use lettre::transport::smtp::{AsyncSmtpTransport, Error};
use lettre::{AsyncTransport, Message, Tokio1Executor};

/// One step of the conversation takes at most this long, and all of it at most that long.
const A_STEP: Duration = Duration::from_secs(20);
const ALL: Duration = Duration::from_mins(2);

/// A mail server and the address that letters come from.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    pub(crate) from: Mailbox,
    patience: Duration,
}

/// What became of a letter that was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Handed {
    /// The server has taken it upon itself.
    Over,
    /// Not now: the letter is as it was.
    NotNow(String),
    /// Never: asking again would be answered the same.
    Never(String),
    /// The conversation broke off, perhaps after the server had taken it (RFC 5321, 4.5.3.2.6).
    NobodyKnows(String),
}

impl Mailer {
    /// `url` is `smtps://user:password@host`, `smtp://host:25?tls=required` or alike; `from` an address
    /// with or without a name.
    pub fn new(url: &str, from: &str) -> anyhow::Result<Self> {
        Self::with_patience(url, from, ALL)
    }

    pub(crate) fn with_patience(url: &str, from: &str, patience: Duration) -> anyhow::Result<Self> {
        use anyhow::Context as _;
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .context("the address of the mail server")?
            .timeout(Some(A_STEP))
            .build();
        let from = from.parse().context("the address that letters come from")?;
        Ok(Self { transport, from, patience })
    }

    /// Whether the mail server can be reached, and lets us in.
    pub async fn answers(&self) -> anyhow::Result<()> {
        anyhow::ensure!(self.transport.test_connection().await?, "it does not answer");
        Ok(())
    }

    pub(crate) async fn hand_over(&self, message: Message) -> Handed {
        match tokio::time::timeout(self.patience, self.transport.send(message)).await {
            Ok(Ok(_)) => Handed::Over,
            Ok(Err(error)) => what_became(&error),
            Err(_) => Handed::NobodyKnows("no answer in time".to_owned()),
        }
    }
}

fn what_became(error: &Error) -> Handed {
    let problem = error.to_string();
    // A refused name or password (RFC 4954) is the operator's to mend, and no letter's fault.
    let not_let_in = error.status().is_some_and(|code| matches!(u16::from(code), 530 | 534 | 535 | 538));
    if error.is_transient() || not_let_in {
        Handed::NotNow(problem)
    } else if error.is_permanent() {
        Handed::Never(problem)
    } else if error.is_response() || is_of_the_network(error) {
        Handed::NobodyKnows(problem)
    } else {
        // No connection, no encryption, a letter that this server cannot carry today: nothing was sent.
        Handed::NotNow(problem)
    }
}

/// Whether the line broke after it was made. The library tells this kind by its words only.
fn is_of_the_network(error: &Error) -> bool {
    error.to_string().starts_with("network error")
}
