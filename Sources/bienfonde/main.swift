import CommandLineFrench
import FileAccess
import Glibc

Startup.prepare()
exit(FrenchCommandLine.run(Bienfonde.self, arguments: Array(CommandLine.arguments.dropFirst())))
