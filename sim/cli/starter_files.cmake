# What `meesterplan new` puts in a folder: "<from data/>|<language, or both>|<place in the folder>".
set(mp_starter_files)
foreach(name landelijk.toml parameters.csv reference_shares.csv pension_age.csv retirement.csv
    exit_rates.csv exit_factors.csv exit_factors_subject.csv hours.csv leave.csv fill.csv
    entrants.csv wages.csv money.csv)
  list(APPEND mp_starter_files "reference/${name}|both|landelijk/${name}")
endforeach()
# The libraries, where landelijk.toml looks for them.
foreach(name gedeelde-visie gerichte-werving grotere-contracten inductie klassenmanagement
    kortere-trajecten lc-ld-bij-rollen leergemeenschappen lesreductie-starters lio-plaatsen
    maatwerkafspraken ontwikkelgesprekken ontzien-en-behoud regionale-samenwerking
    regionale-werving ruimte-voor-masters sectie-in-selectie stabiele-start studietijd toelage
    wo-masters-in-bovenbouw zij-instroom)
  list(APPEND mp_starter_files "policies/${name}.toml|both|policies/${name}.toml")
endforeach()
foreach(name bovenbouw-niet-bij-masters concurrentie geen-gedeelde-visie geen-lio-plaatsen
    geen-ontwikkelgesprekken geen-ruimte geen-tijd-of-geld kleine-contracten lange-trajecten
    sectie-buiten-selectie weinig-begeleiding weinig-doorgroei weinig-samenwerking
    weinig-sollicitanten zware-eerste-jaren)
  list(APPEND mp_starter_files "bottlenecks/${name}.toml|both|bottlenecks/${name}.toml")
endforeach()
foreach(name people assignments sections schools pupils lessons)
  list(APPEND mp_starter_files "voorbeeldlyceum/${name}.csv|both|school/${name}.csv")
endforeach()
foreach(name LEESMIJ.md meer-studenten.toml vacaturestop.toml wo-masters-in-de-bovenbouw.toml
    scenario.toml)
  list(APPEND mp_starter_files "starter/nl/${name}|nl|${name}")
endforeach()
foreach(name README.md more-students.toml hiring-stop.toml wo-masters-in-upper-years.toml
    scenario.toml)
  list(APPEND mp_starter_files "starter/en/${name}|en|${name}")
endforeach()
