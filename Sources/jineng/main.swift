print("jineng")
