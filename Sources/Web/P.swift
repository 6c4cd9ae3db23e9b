import Domain
import Hummingbird
import Crypto
import CryptoExtras
